/** Minimum number of characters of a piece. */
const pieceSize = 2 ** 16;
/** Objects are taken apart down to this depth. */
const splitDepth = 4;

/**
 * The text of `JSON.stringify` in pieces, for a value whose text may be too long for one string. Each item of a list is
 * one text. `gap` is white space between items.
 *
 * @throws For a value that JSON cannot carry.
 */
export function toJsonPieces(value: unknown, gap = ''): Generator<string, undefined> {
  return joinPieces(listParts(value, gap, splitDepth) ?? []);
}

/** Joins short texts to pieces. There is at least one piece. */
export function* joinPieces(parts: Iterable<string>): Generator<string, undefined> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** The parts of a text, or `undefined` for a value that JSON leaves out. */
function listParts(value: unknown, gap: string, depth: number): Iterable<string> | undefined {
  if (Array.isArray(value)) return listItems(value, gap);
  if (depth > 0 && isPlain(value)) return listProperties(value, gap, depth);
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : [text];
}

function* listItems(items: readonly unknown[], gap: string): Generator<string> {
  let separator = '';
  yield '[';
  for (const item of items) {
    const text = JSON.stringify(item) as string | undefined;
    yield `${separator}${gap}${text ?? 'null'}`;
    separator = ',';
  }
  yield items.length === 0 ? ']' : `${gap}]`;
}

function* listProperties(value: Readonly<Record<string, unknown>>, gap: string, depth: number): Generator<string> {
  let separator = '';
  yield '{';
  for (const name of Object.keys(value)) {
    const parts = listParts(value[name], gap, depth - 1);
    if (parts === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* parts;
    separator = ',';
  }
  yield '}';
}

/** Whether a value is an object without a text of its own, such as that of a `Date`. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
