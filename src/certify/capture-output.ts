import type { Readable } from 'node:stream';

/** The beginning and the end of a stream, which may be endless. */
export interface CapturedOutput {
  text(): string;
  /** Number of bytes of the whole stream. */
  bytes(): number;
}

/** Reads a stream to its end, and keeps at maxBytes `maxBytes` bytes. */
export function captureOutput(stream: Readable, maxBytes: number): CapturedOutput {
  const [first, last] = [createBuffers(), createBuffers()];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    const room = Math.max(maxBytes / 2 - first.size(), 0);
    first.add(chunk.subarray(0, room));
    last.add(chunk.subarray(room));
    last.shrink(maxBytes / 2);
  });
  return {
    bytes: () => bytes,
    text(): string {
      const [begin, end] = [first.join(), last.join().subarray(-maxBytes / 2)];
      const omitted = bytes - begin.length - end.length;
      // Decodes both parts together, because a character may lie across the border.
      if (omitted <= 0) return Buffer.concat([begin, end]).toString('utf8');
      return `${begin.toString('utf8')}\n… ${omitted} bytes …\n${end.toString('utf8')}`;
    },
  };
}

interface Buffers {
  add(chunk: Buffer): void;
  /** Drops the oldest chunks that the last `size` bytes do not need. */
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
      // Moves the list only from time to time, because there may be very many tiny chunks.
      if (dropped < 1000 && dropped < chunks.length / 2) return;
      chunks = chunks.slice(dropped);
      dropped = 0;
    },
    size: () => size,
    join: () => Buffer.concat(chunks.slice(dropped)),
  };
}
