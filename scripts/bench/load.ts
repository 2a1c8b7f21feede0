// Load for a server: a few connections, each with one request at a time.
// The client supports very little of HTTP. So it is much faster than the servers.
import { connect, type Socket } from 'node:net';
import { headers, paths } from './chunks.ts';
import type { Api } from './programs/wire.ts';

const connections = 10;

/** Returns the next request to send, or `undefined` at the end. */
export type Take = () => Buffer | undefined;

/** The bytes of a request with a body. */
export function toRequest(api: Api, body: string): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', ...headers[api], 'content-length': Buffer.byteLength(body) });
  const head = [`POST ${paths[api]} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Sends all requests. Returns the number of served requests and the time.
 *
 * @throws If an answer is not a 200.
 */
export async function sendAll(port: number, take: Take): Promise<{ requests: number; seconds: number }> {
  // Each load opens new connections, because servers close idle ones after some seconds.
  const sockets = await Promise.all(Array.from({ length: connections }, async () => open(port)));
  try {
    const start = performance.now();
    const counts = await Promise.all(sockets.map(async (socket) => sendInTurn(socket, take)));
    return { requests: counts.reduce((sum, count) => sum + count), seconds: (performance.now() - start) / 1e3 };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

export async function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.off('error', reject)));
    socket.once('error', reject).setNoDelay().setEncoding('latin1');
  });
}

/** Sends requests one by one over a connection until none is left. Returns their number. */
export async function sendInTurn(socket: Socket, take: Take): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let answer = '';
    const sendNext = (): void => {
      const request = take();
      if (request) socket.write(request);
      else resolve(count);
    };
    const read = (part: string): void => {
      answer += part;
      const state = judge(answer);
      if (state === 'wrong') reject(new Error(`Sent a chunk, and the answer was: ${answer}`));
      if (state !== 'whole') return;
      answer = '';
      count += 1;
      sendNext();
    };
    socket
      .on('data', read)
      .on('error', reject)
      .on('close', () => reject(new Error('The server closed a connection in use.')));
    sendNext();
  });
}

function judge(answer: string): 'part' | 'whole' | 'wrong' {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return 'part';
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
  if (!answer.startsWith('HTTP/1.1 200 ') || length === undefined) return 'wrong';
  return answer.length < head + 4 + Number(length) ? 'part' : 'whole';
}
