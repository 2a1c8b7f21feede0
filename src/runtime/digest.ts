import { encodeToScratch } from './utf8.ts';

/**
 * A 64-bit digest in hexadecimal, to tell contents apart. It is fast and depends on every byte. It is no protection
 * against attackers, who can make two contents with the same digest.
 */
export function digestOf(content: string | Uint8Array): string {
  return digestWords(content).map(toHex).join('');
}

/** The same digest as two words of 32 bits. */
export function digestWords(content: string | Uint8Array): [high: number, low: number] {
  const bytes = typeof content === 'string' ? encodeToScratch(content) : content;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let high = 0xdeadbeef ^ bytes.length;
  let low = 0x41c6ce57 ^ bytes.length;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const word = words.getUint32(at, true);
    high = mix(high, word, 2654435761);
    low = mix(low, word, 1597334677);
  }
  for (; at < bytes.length; at += 1) {
    high = mix(high, words.getUint8(at), 2654435761);
    low = mix(low, words.getUint8(at), 1597334677);
  }
  return [finish(high, low), finish(low, high)];
}

// cyrb53 by bryc (public domain), four bytes at a time. The rotation by 13 bits moves the high bits of a word down.
function mix(state: number, word: number, factor: number): number {
  const next = Math.imul(state ^ word, factor);
  return (next << 13) | (next >>> 19);
}

function finish(state: number, other: number): number {
  const once = Math.imul(state ^ (state >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  return Math.imul(once ^ (once >>> 15), 2246822507) ^ (once >>> 13);
}

function toHex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
