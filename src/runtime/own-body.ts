/** A body that keeps no larger memory alive. Node puts small bodies side by side into one block. */
export function ownBody(body: string | Uint8Array): string | Uint8Array {
  return typeof body === 'string' || body.byteLength === body.buffer.byteLength ? body : new Uint8Array(body);
}

/** The number of bytes that a body takes in memory at most. */
export function sizeOfBody(body: string | Uint8Array): number {
  return typeof body === 'string' ? 2 * body.length : body.byteLength;
}
