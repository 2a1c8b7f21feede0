import type { Readable } from 'node:stream';

/** What is kept of a stream that may have no end: its beginning and its end. */
export interface CapturedOutput {
  text(): string;
  /** Of all that came. */
  bytes(): number;
}

/** Reads a stream to its end, and keeps of it up to so many bytes. */
export function captureOutput(stream: Readable, most: number): CapturedOutput {
  const [first, last] = [createBuffers(), createBuffers()];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    const room = Math.max(most / 2 - first.size(), 0);
    first.add(chunk.subarray(0, room));
    last.add(chunk.subarray(room));
    last.shrink(most / 2);
  });
  return {
    bytes: () => bytes,
    text(): string {
      const [begin, end] = [first.join(), last.join().subarray(-most / 2)];
      const left = bytes - begin.length - end.length;
      // Decoded together, for a character may stand at the border.
      if (left <= 0) return Buffer.concat([begin, end]).toString('utf8');
      return `${begin.toString('utf8')}\n… ${left} bytes …\n${end.toString('utf8')}`;
    },
  };
}

interface Buffers {
  add(chunk: Buffer): void;
  /** Drops what stands before the last so many bytes, by whole chunks. */
  shrink(size: number): void;
  size(): number;
  join(): Buffer;
}

function createBuffers(): Buffers {
  let chunks: Buffer[] = [];
  let size = 0;
  let dropped = 0;
  return {
    add(chunk): void {
      if (chunk.length === 0) return;
      chunks.push(chunk);
      size += chunk.length;
    },
    shrink(wanted): void {
      for (let oldest = chunks[dropped]; oldest && size - oldest.length >= wanted; oldest = chunks[dropped]) {
        size -= oldest.length;
        dropped += 1;
      }
      // Chunks may be tiny and many: to move them all for each would take for ever.
      if (dropped < 1000 && dropped < chunks.length / 2) return;
      chunks = chunks.slice(dropped);
      dropped = 0;
    },
    size: () => size,
    join: () => Buffer.concat(chunks.slice(dropped)),
  };
}
