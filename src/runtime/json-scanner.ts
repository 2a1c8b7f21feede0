/** Finds the end of a JSON value in bytes that arrive in chunks. It does not check the value. */
export interface JsonScanner {
  /** Whether a value has begun, and has not ended. */
  isInside(): boolean;
  /** The largest number of brackets that were open at once in the value. */
  deepest(): number;
  /** Begins a value. `scan` gets its first byte next. */
  begin(): void;
  /** Scans from the position `at`. Returns the position behind the value, or the length of the chunk if it goes on. */
  scan(chunk: Uint8Array, at: number): number;
}

export const codes = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

const backslash = 0x5c;
/** This bit is the difference between the brackets of lists and those of objects. */
const bracketBit = 0x20;

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

type State = 'outside' | 'start' | 'nested' | 'text' | 'word';

export function createJsonScanner(): JsonScanner {
  let state: State = 'outside';
  let [depth, deepest] = [0, 0];
  /** Whether the first byte of the next chunk belongs to an escape. */
  let isEscaped = false;

  function scanText(chunk: Uint8Array, from: number): number {
    let at = isEscaped ? from + 1 : from;
    isEscaped = false;
    for (let byte = chunk[at]; at < chunk.length; byte = chunk[at]) {
      if (byte === codes.quote) {
        state = depth === 0 ? 'outside' : 'nested';
        return at + 1;
      }
      at += byte === backslash ? 2 : 1;
    }
    isEscaped = at > chunk.length;
    return chunk.length;
  }

  function scanNested(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === codes.quote) {
        state = 'text';
        return at + 1;
      }
      const bracket = byte | bracketBit;
      if (bracket === codes.openObject) deepest = Math.max(deepest, (depth += 1));
      else if (bracket === codes.closeObject && (depth -= 1) === 0) {
        state = 'outside';
        return at + 1;
      }
    }
    return chunk.length;
  }

  function scanWord(chunk: Uint8Array, from: number): number {
    const end = findWordEnd(chunk, from);
    if (end < chunk.length) state = 'outside';
    return end;
  }

  return {
    isInside: () => state !== 'outside',
    deepest: () => deepest,
    begin(): void {
      state = 'start';
      [depth, deepest] = [0, 0];
    },
    scan(chunk, from): number {
      let at = from;
      if (state === 'start') {
        state = startOf(chunk[at]);
        if (state === 'text') at += 1;
      }
      while (state !== 'outside' && at < chunk.length) {
        if (state === 'text') at = scanText(chunk, at);
        else at = state === 'word' ? scanWord(chunk, at) : scanNested(chunk, at);
      }
      return at;
    },
  };
}

/** The state behind the first byte of a value. */
function startOf(byte: number | undefined): State {
  if (byte === codes.quote) return 'text';
  return byte === codes.openList || byte === codes.openObject ? 'nested' : 'word';
}

/** The end of a number, `true`, `false` or `null`, or the length of the chunk if it has none. */
function findWordEnd(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (byte === codes.comma || (byte | bracketBit) === codes.closeObject || isSpace(byte)) return at;
  }
  return chunk.length;
}
