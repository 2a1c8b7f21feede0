const encoder = new TextEncoder();
const largestScratch = 2 ** 22;
let scratch = new Uint8Array(2 ** 12);

/** A text as it goes over the wire. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The same, good until the next text is encoded: memory of its own takes longer than the work. */
export function encodeToScratch(text: string): Uint8Array {
  const longest = text.length * 3; // No UTF-16 unit takes more than three bytes.
  if (longest > largestScratch) return encodeUtf8(text);
  if (longest > scratch.length) scratch = new Uint8Array(longest);
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
}

/** How many bytes a text or a body has. */
export function byteLengthOf(content: string | Uint8Array): number {
  return typeof content === 'string' ? encodeToScratch(content).length : content.length;
}
