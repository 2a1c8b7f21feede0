// Measures idle servers after one request: their memory, and how often they wake up.
import { setTimeout as sleep } from 'node:timers/promises';
import { toBody } from './chunks.ts';
import { readMebibytes, readWakeUps } from './linux.ts';
import { toRequest } from './load.ts';
import type { Project } from './project.ts';
import { median, toRatio } from './rounds.ts';
import { startServer, type Server } from './servers.ts';
import { toFigure, toRatioComparison, type Row } from './table.ts';

const count = 5;
const settleMs = 3000;
const seconds = 10;

/** Starts several servers of each kind in turn. All are idle at the same time. */
export async function measureIdle(project: Project): Promise<Row[]> {
  const request = toRequest('vibefollow', toBody('vibefollow', [0]));
  const ours: Server[] = [];
  const express: Server[] = [];
  while (express.length < count) {
    ours.push(await startServer(project, 'vf-mock', 'vibefollow', request));
    express.push(await startServer(project, 'express-json', 'vibefollow', request));
  }
  await sleep(settleMs);
  const memory = [ours, express].map((servers) => servers.map(({ child }) => readMebibytes(child) ?? Number.NaN));
  const wakeUps = await Promise.all([ours, express].map(countWakeUps));
  await Promise.all([...ours, ...express].map(async (server) => server.close()));
  return [toMemoryRow(memory), toWakeUpRow(wakeUps)];
}

/**
 * The number of seconds in which a server woke up. Only the quietest server counts: the engine sometimes wakes single
 * servers, but a timer wakes all of them.
 */
async function countWakeUps(servers: readonly Server[]): Promise<number> {
  const counts = servers.map(() => 0);
  let last = servers.map(({ child }) => readWakeUps(child));
  for (let second = 0; second < seconds; second += 1) {
    await sleep(1000);
    const now = servers.map(({ child }) => readWakeUps(child));
    for (const [at, wakeUps] of now.entries()) {
      const woken = wakeUps === undefined ? Number.NaN : Number(wakeUps !== last[at]);
      counts[at] = (counts[at] ?? 0) + woken;
    }
    last = now;
  }
  return Math.min(...counts);
}

function toMemoryRow([ours = [], express = []]: readonly (readonly number[])[]): Row {
  const comparison = toRatioComparison(toRatio(ours, express), { kind: '≤', value: 1.3 });
  const lines = [
    { name: 'vf-mock', figures: [toFigure(median(ours))] },
    { name: 'express-json', figures: [toFigure(median(express))], comparison },
  ];
  return { what: 'Memory of an idle server', columns: ['MiB'], lines };
}

function toWakeUpRow([ours = Number.NaN, express = Number.NaN]: readonly number[]): Row {
  const more = ours - express;
  // One second may be chance. A timer of five seconds causes at least two.
  const goal = { kind: '≤', value: 1, unit: 'more', isExact: true } as const;
  const lines = [
    { name: 'vf-mock', figures: [toFigure(ours)] },
    { name: 'express-json', figures: [toFigure(express)], comparison: { text: `${more} more`, value: more, goal } },
  ];
  return { what: 'Seconds in which something wakes an idle server', columns: [`of ${seconds}`], lines };
}
