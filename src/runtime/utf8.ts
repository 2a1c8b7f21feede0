const encoder = new TextEncoder();
const largestScratch = 2 ** 22;
let scratch = new Uint8Array(2 ** 12);

/** A text as UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The same in shared memory, which the next call overwrites. New memory would take longer than the encoding. */
export function encodeToScratch(text: string): Uint8Array {
  const longest = text.length * 3; // One UTF-16 unit takes at most three bytes.
  if (longest > largestScratch) return encodeUtf8(text);
  if (longest > scratch.length) scratch = new Uint8Array(longest);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** The number of bytes of a text or a body. */
export function byteLengthOf(content: string | Uint8Array): number {
  return typeof content === 'string' ? encodeToScratch(content).length : content.length;
}
