import type { IncomingMessage } from 'node:http';

/** Bytes that a client may go on sending behind its answer: far more than one who means well sends by mistake. */
const patience = 64 * 1024 * 1024;

/**
 * Waits for a client that has its answer to end what it is sending: a connection closed on it would take the answer away
 * (RFC 9112, section 9.6). On one that does not come to an end it is closed all the same.
 */
export async function linger(request: IncomingMessage): Promise<void> {
  let left = patience;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  await new Promise((resolve) => request.resume().once('close', resolve));
}
