// Measures the speed and the memory of a server with very many users.
import { toBodies, toBody } from './chunks.ts';
import { readMebibytes } from './linux.ts';
import { sendAll, toRequest } from './load.ts';
import type { Project } from './project.ts';
import { startServer, type Server } from './servers.ts';
import { toSubject } from './subjects.ts';
import { toFigure, type Row } from './table.ts';
import { compare } from './throughput.ts';

const users = 1_000_000;
const chunkSize = 1000;
const size = `with ${users.toLocaleString('en')} users stored`;

export async function measureLarge(project: Project, rounds: number): Promise<Row[]> {
  const ours = await startFull(project, 'vf-mock');
  const limit = await startFull(project, 'limit');
  const requests = toBodies('vibefollow', chunkSize, users, 200).map((body) => toRequest('vibefollow', body));
  const subjects = { 'vf-mock': toSubject(ours, requests), limit: toSubject(limit, requests) };
  const memory = toMemoryRow([ours, limit].map(({ child }) => readMebibytes(child) ?? Number.NaN));
  return [await compare(`1,000-record chunk over HTTP ${size}`, rounds, subjects, { limit: 0.8 }), memory];
}

/** A server that stores all users. */
async function startFull(project: Project, name: string): Promise<Server> {
  let first = 0;
  const takeNext = (): Buffer | undefined => {
    if (first >= users) return undefined;
    const numbers = Array.from({ length: chunkSize }, (_, at) => first + at);
    first += chunkSize;
    return toRequest('vibefollow', toBody('vibefollow', numbers));
  };
  const request = toRequest('vibefollow', toBody('vibefollow', [0]));
  const server = await startServer(project, name, 'vibefollow', request);
  await sendAll(server.port, takeNext);
  return server;
}

function toMemoryRow([ours = Number.NaN, limit = Number.NaN]: readonly number[]): Row {
  const ratio = ours / limit;
  const comparison = { text: ratio.toFixed(2), value: ratio, goal: { kind: '≤', value: 2 } as const };
  const lines = [
    { name: 'vf-mock', figures: [toFigure(ours)] },
    { name: 'limit', figures: [toFigure(limit)], comparison },
  ];
  return { what: `Memory ${size}`, columns: ['MiB'], lines };
}
