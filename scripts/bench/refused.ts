// Measures the processor time of a body over the limit, in chunks and with its length.
import { once } from 'node:events';
import { headers, toBody } from './chunks.ts';
import { readCpuSeconds } from './linux.ts';
import { open, toRequest } from './load.ts';
import type { Project } from './project.ts';
import { measureInTurn, median, toRatio } from './rounds.ts';
import { startServer, type Server } from './servers.ts';
import { toFigure, toRatioComparison, type Row } from './table.ts';

const pieces = 900;
const piece = 'a'.repeat(2 ** 16);

/** Sends both kinds of body to one server in turn. The server refuses both. */
export async function measureRefused(project: Project, rounds: number): Promise<Row[]> {
  const server = await startServer(
    project,
    'vf-mock',
    'vibefollow',
    toRequest('vibefollow', toBody('vibefollow', [0])),
  );
  const { chunked = [], told = [] } = await measureInTurn(rounds, {
    chunked: async () => timeRefusal(server, 'transfer-encoding: chunked', '10000\r\n', '\r\n'),
    told: async () => timeRefusal(server, `content-length: ${pieces * piece.length}`),
  });
  await server.close();
  const comparison = toRatioComparison(toRatio(chunked, told), { kind: '≤', value: 4 });
  const lines = [
    { name: 'in chunks', figures: [toFigure(median(chunked))] },
    { name: 'with Content-Length', figures: [toFigure(median(told))], comparison },
  ];
  return [{ what: 'Body over the limit, 59 MB over HTTP', columns: ['CPU ms'], lines }];
}

async function timeRefusal({ port, child }: Server, length: string, before = '', after = ''): Promise<number> {
  const start = readCpuSeconds(child) ?? Number.NaN;
  const socket = await open(port);
  const answer = once(socket, 'data');
  const lines = Object.entries(headers.vibefollow).map(([name, value]) => `${name}: ${value}`);
  const head = ['POST /api/v1/users/bulk HTTP/1.1', 'host: 127.0.0.1', 'connection: close', ...lines, length];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  for (let sent = 0; sent < pieces; sent += 1) if (!socket.write(before + piece + after)) await once(socket, 'drain');
  if (before !== '') socket.write('0\r\n\r\n');
  const [text] = (await answer) as [string];
  if (!text.startsWith('HTTP/1.1 413 ')) throw new Error(`Sent a large body, and the answer was: ${text}`);
  if (!socket.closed) await once(socket, 'close');
  return ((readCpuSeconds(child) ?? Number.NaN) - start) * 1e3;
}
