import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockResponse } from '../http/response.ts';

export async function writeAnswer(
  answer: MockResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body, pieces } = answer;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  if (pieces === undefined) response.write(body);
  else if (!(await drip(pieces, response))) return;
  if (!request.complete) await linger(request);
  response.end();
}

/** Writes a body in pieces, and answers whether it came to its end; else the connection is broken. */
async function drip(pieces: AsyncIterable<Uint8Array>, response: ServerResponse): Promise<boolean> {
  response.flushHeaders();
  try {
    for await (const piece of pieces) await new Promise((resolve) => response.write(piece, resolve));
    return true;
  } catch {
    response.destroy();
    return false;
  }
}

/** Bytes that a client may go on sending behind its answer: far more than one who means well sends by mistake. */
const patience = 64 * 1024 * 1024;

/**
 * Waits for a client that has its answer to end what it is sending: a connection closed on it would take the answer away
 * (RFC 9112, section 9.6). On one that does not come to an end it is closed all the same.
 */
async function linger(request: IncomingMessage): Promise<void> {
  let left = patience;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  await new Promise((resolve) => request.resume().once('close', resolve));
}
