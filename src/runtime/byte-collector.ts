/** Joins bytes that arrive in chunks. It takes at most twice their memory, however small the chunks are. */
export interface ByteCollector {
  /** Number of bytes so far. */
  size(): number;
  add(chunk: Uint8Array): void;
  /** All bytes so far. The collector is empty afterwards. */
  take(): Uint8Array;
}

const smallest = 4096;

export function createByteCollector(): ByteCollector {
  // Most bodies are one chunk, which needs no copy.
  let bytes: Uint8Array = new Uint8Array(0);
  let size = 0;

  function grow(capacity: number): void {
    const before = bytes.subarray(0, size);
    bytes = new Uint8Array(Math.max(capacity * 2, smallest));
    bytes.set(before);
  }

  return {
    size: () => size,
    add(chunk): void {
      const end = size + chunk.length;
      if (size === 0) bytes = chunk;
      else {
        if (end > bytes.length) grow(end);
        bytes.set(chunk, size);
      }
      size = end;
    },
    take(): Uint8Array {
      const taken = bytes.subarray(0, size);
      bytes = new Uint8Array(0);
      size = 0;
      return taken;
    },
  };
}
