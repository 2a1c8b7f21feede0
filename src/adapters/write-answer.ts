import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasLength, type MockResponse } from '../http/response.ts';
import { toStatusText } from '../http/status-text.ts';

export async function writeAnswer(
  answer: MockResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body, pieces } = answer;
  const length = hasLength(answer, request.method) ? { 'Content-Length': Buffer.byteLength(body) } : {};
  response.writeHead(status, toStatusText(status), { ...headers, ...length });
  if (pieces === undefined) response.write(body);
  else if (!(await drip(pieces, response))) return;
  if (!request.complete) await linger(request);
  response.end();
}

/** Writes a body in pieces. Returns whether it is complete. If not, the connection is broken. */
async function drip(pieces: AsyncIterable<Uint8Array>, response: ServerResponse): Promise<boolean> {
  response.flushHeaders();
  // Node does not call back for a piece that is under way when the client goes away.
  const closed = new Promise((resolve) => response.once('close', resolve));
  try {
    for await (const piece of pieces) {
      await Promise.race([new Promise((resolve) => response.write(piece, resolve)), closed]);
      if (response.destroyed) return false;
    }
    return true;
  } catch {
    response.destroy();
    return false;
  }
}

/** Maximum number of bytes that a client may send after it has its answer. A well-behaved client sends far less. */
const patience = 64 * 1024 * 1024;

/**
 * Reads the rest of the request after the answer. Closing the connection earlier could destroy the answer (RFC 9112,
 * section 9.6). A client that sends without end is cut off.
 */
async function linger(request: IncomingMessage): Promise<void> {
  let left = patience;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  await new Promise((resolve) => request.resume().once('close', resolve));
}
