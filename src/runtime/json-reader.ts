import { createByteCollector, type ByteCollector } from './byte-collector.ts';
import { createJsonBuilder, type JsonBuilder } from './json-builder.ts';
import { codes, createJsonScanner, isSpace, type JsonScanner } from './json-scanner.ts';

/** Reads JSON that arrives in chunks of bytes, and that may be too long for one text. */
export interface JsonReader {
  /** Reads more bytes. Returns what is wrong with the JSON so far, such as `is not valid JSON`. */
  write(chunk: Uint8Array): string | undefined;
  /** The value after the last chunk, or what is wrong. */
  end(): { readonly value: unknown } | { readonly problem: string };
}

export interface JsonReaderOptions {
  /** Maximum depth of the value. */
  readonly maxDepth: number;
  /** Makes a value of a short JSON text. The default is `JSON.parse`. */
  readonly parse?: (text: string) => unknown;
}

/** Objects and lists down to this depth are read part by part. Each item of such a list is read as a whole. */
const splitDepth = 4;
/** Maximum size of such a part in bytes. */
const largestPart = 2 ** 28;
/** Maximum number of bytes that are parsed at once. */
const windowSize = 2 ** 17;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const invalid = 'is not valid JSON';
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The parts of a reader. */
interface Reading extends Required<JsonReaderOptions> {
  readonly builder: JsonBuilder;
  readonly scanner: JsonScanner;
  /** The start of a value that goes on in the next chunk. */
  readonly held: ByteCollector;
  /** Keeps the first problem. */
  note(problem: string): void;
  hasProblem(): boolean;
}

export function createJsonReader({ maxDepth, parse = JSON.parse }: JsonReaderOptions): JsonReader {
  const [builder, scanner, held] = [createJsonBuilder(), createJsonScanner(), createByteCollector()];
  let problem: string | undefined;
  let [size, marks] = [0, 0];
  const note = (found: string): void => void (problem ??= found);
  const reading = { maxDepth, parse, builder, scanner, held, note, hasProblem: () => problem !== undefined };

  /** Skips the byte order mark. Returns the number of its bytes in the chunk. */
  function skipMark(chunk: Uint8Array): number {
    let at = 0;
    for (; size + at === marks && at < chunk.length && chunk[at] === byteOrderMark[marks]; at += 1) marks += 1;
    return at;
  }

  return {
    write(chunk): string | undefined {
      for (let at = skipMark(chunk); at < chunk.length && problem === undefined; at += windowSize)
        readWindow(chunk.subarray(at, at + windowSize), reading);
      size += chunk.length;
      return problem;
    },
    end() {
      // Only a number, `true`, `false` or `null` ends with its text.
      if (scanner.isInside() && builder.isEmpty()) addValues(new Uint8Array(0), reading);
      if (!builder.isWhole() || marks % byteOrderMark.length > 0) note(invalid);
      return problem === undefined ? { value: builder.value() } : { problem };
    },
  };
}

function readWindow(chunk: Uint8Array, reading: Reading): void {
  const { builder, scanner, held } = reading;
  // The bytes from `start` to `end` are whole items of a list, which are parsed together.
  let [start, end] = [0, 0];
  let valueStart = 0;
  function addItems(): void {
    if (end > start) addValues(chunk.subarray(start, end), reading);
    [start, end] = [0, 0];
  }
  for (let at = 0; at < chunk.length && !reading.hasProblem();) {
    if (!scanner.isInside()) {
      const byte = chunk[at] ?? 0;
      if (byte === codes.closeList) addItems();
      if (!readMark(byte, reading)) {
        at += 1;
        continue;
      }
      scanner.begin();
      valueStart = at;
    }
    at = scanner.scan(chunk, at);
    checkDepth(reading, scanner.deepest());
    if (scanner.isInside()) break;
    const isItem = builder.isInList();
    if (isItem) builder.endItem();
    if (!isItem || held.size() > 0) addValues(chunk.subarray(valueStart, at), reading);
    else [start, end] = [end === 0 ? valueStart : start, at];
  }
  addItems();
  if (!scanner.isInside()) return;
  held.add(chunk.subarray(valueStart));
  if (held.size() > largestPart) reading.note(`has a part of more than ${largestPart} bytes`);
}

/** Reads a byte outside of the values. Returns whether a value or a name begins with it. */
function readMark(byte: number, reading: Reading): boolean {
  const { builder, note } = reading;
  if (isSpace(byte)) return false;
  const isList = byte === codes.openList || byte === codes.closeList;
  if (byte === codes.closeList || byte === codes.closeObject) {
    if (!builder.close(isList)) note(invalid);
  } else if (byte === codes.comma || byte === codes.colon) {
    if (!builder.skip(byte === codes.comma ? 'comma' : 'colon')) note(invalid);
  } else if (builder.expects('name')) {
    if (byte === codes.quote) return true;
    note(invalid);
  } else if (!builder.expects('value')) note(invalid);
  else if ((isList || byte === codes.openObject) && builder.canOpen(splitDepth)) {
    builder.open(isList);
    checkDepth(reading, 0);
  } else return true;
  return false;
}

/** Adds the values, or the name, that stand in some bytes and in those that are held. */
function addValues(bytes: Uint8Array, { builder, held, parse, note }: Reading): void {
  held.add(bytes);
  try {
    const text = decoder.decode(held.take());
    if (builder.isInList()) builder.addItems(parse(`[${text}]`) as unknown[]);
    else if (builder.expects('value')) builder.addValue(parse(text));
    else if (!builder.addName(JSON.parse(text) as string)) note(`has the property ${text} twice`);
  } catch (error) {
    note(error instanceof SyntaxError ? invalid : 'is not valid UTF-8');
  }
}

/** `deepest` is the depth of the value that is being read. */
function checkDepth({ builder, maxDepth, note }: Reading, deepest: number): void {
  if (builder.depth() + deepest > maxDepth) note(`is nested deeper than ${maxDepth} levels`);
}
