import { createByteCollector } from './byte-collector.ts';
import { createJsonBuilder } from './json-builder.ts';
import { codes, createJsonScanner, isSpace } from './json-scanner.ts';

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

export function createJsonReader({ maxDepth, parse = JSON.parse }: JsonReaderOptions): JsonReader {
  const builder = createJsonBuilder();
  const scanner = createJsonScanner();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** The start of a value that goes on in the next chunk. */
  const held = createByteCollector();
  let marks = 0;
  let problem: string | undefined;

  /** Adds the values, or the name, that stand in some bytes. */
  function add(bytes: Uint8Array): void {
    try {
      held.add(bytes);
      const text = decoder.decode(held.take());
      if (builder.isInList()) builder.addItems(parse(`[${text}]`) as unknown[]);
      else if (builder.expects('name')) problem ??= builder.addName(JSON.parse(text) as string);
      else builder.addValue(parse(text));
    } catch (error) {
      problem ??= error instanceof SyntaxError ? invalid : 'is not valid UTF-8';
    }
  }

  function hold(bytes: Uint8Array): void {
    held.add(bytes);
    if (held.size() > largestPart) problem ??= `has a part of more than ${largestPart} bytes`;
  }

  function checkDepth(): void {
    if (builder.depth() + scanner.deepest() > maxDepth) problem ??= `is nested deeper than ${maxDepth} levels`;
  }

  /** Reads a byte outside of the values. Returns whether a value or a name begins with it. */
  function readMark(byte: number): boolean {
    if (builder.isEmpty() && byte === byteOrderMark[marks]) marks += 1;
    else if (isSpace(byte)) return false;
    else if (byte === codes.closeList || byte === codes.closeObject) {
      if (!builder.close(byte === codes.closeList)) problem ??= invalid;
    } else if (byte === codes.comma || byte === codes.colon) {
      if (!builder.skip(byte === codes.comma ? 'comma' : 'colon')) problem ??= invalid;
    } else if (builder.expects('name') ? byte !== codes.quote : !builder.expects('value')) problem ??= invalid;
    else if (!builder.expects('name') && isOpening(byte) && builder.canOpen(splitDepth)) {
      builder.open(byte === codes.openList);
      checkDepth();
    } else return true;
    return false;
  }

  function readWindow(chunk: Uint8Array): void {
    // The bytes from `start` to `end` are whole items of a list, which are parsed together.
    let [start, end] = [0, 0];
    let valueStart = 0;
    function addAll(): void {
      if (end > start) add(chunk.subarray(start, end));
      [start, end] = [0, 0];
    }
    for (let at = 0; at < chunk.length && problem === undefined;) {
      if (!scanner.isInside()) {
        const byte = chunk[at] ?? 0;
        if (byte === codes.closeList) addAll();
        if (!readMark(byte)) {
          at += 1;
          continue;
        }
        scanner.begin();
        valueStart = at;
      }
      at = scanner.scan(chunk, at);
      checkDepth();
      if (scanner.isInside()) break;
      const isItem = builder.isInList();
      if (isItem) builder.endItem();
      if (!isItem || held.size() > 0) add(chunk.subarray(valueStart, at));
      else [start, end] = [end === 0 ? valueStart : start, at];
    }
    addAll();
    if (scanner.isInside()) hold(chunk.subarray(valueStart));
  }

  return {
    write(chunk): string | undefined {
      for (let at = 0; at < chunk.length && problem === undefined; at += windowSize)
        readWindow(chunk.subarray(at, at + windowSize));
      return problem;
    },
    end() {
      // Only a number, `true`, `false` or `null` ends with its text.
      if (scanner.isInside() && builder.isEmpty()) add(new Uint8Array(0));
      if (problem !== undefined) return { problem };
      return builder.isWhole() && marks % 3 === 0 ? { value: builder.value() } : { problem: invalid };
    },
  };
}

function isOpening(byte: number): boolean {
  return byte === codes.openList || byte === codes.openObject;
}
