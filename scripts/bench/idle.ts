// What a server that was asked once and is left alone needs: memory, and how often something wakes it.
import { setTimeout as sleep } from 'node:timers/promises';
import { toBody } from './chunks.ts';
import { readMebibytes, readWakeUps } from './linux.ts';
import { toRequest } from './load.ts';
import type { Project } from './project.ts';
import { median, toRatio } from './rounds.ts';
import { startServer, type Server } from './servers.ts';
import { toFigure, toRatioComparison, type Comparison, type Row } from './table.ts';

const count = 5;
const settleMs = 5000;
const idleMs = 5000;

/** Several of each, started in turn, which are left alone at the same time. */
export async function measureIdle(project: Project): Promise<Row[]> {
  const request = toRequest('vibefollow', toBody('vibefollow', [0]));
  const ours: Server[] = [];
  const express: Server[] = [];
  while (express.length < count) {
    ours.push(await startServer(project, 'vf-mock', 'vibefollow', request));
    express.push(await startServer(project, 'express-json', 'vibefollow', request));
  }
  await sleep(settleMs);
  const before = [ours, express].map(toWakeUps);
  await sleep(idleMs);
  const after = [ours, express].map(toWakeUps);
  const memory = [ours, express].map((servers) => servers.map(({ child }) => readMebibytes(child) ?? Number.NaN));
  await Promise.all([...ours, ...express].map(async (server) => server.close()));
  const wakeUps = after.map((counts, of) => counts.map((now, at) => now - (before[of]?.[at] ?? Number.NaN)));
  return [toMemoryRow(memory), toWakeUpRow(wakeUps)];
}

function toWakeUps(servers: readonly Server[]): number[] {
  return servers.map(({ child }) => readWakeUps(child) ?? Number.NaN);
}

function toMemoryRow([ours = [], express = []]: readonly (readonly number[])[]): Row {
  const comparison = toRatioComparison(toRatio(ours, express), { kind: '≤', value: 1.3 });
  return toRow('Memory of an idle server', 'MiB', [median(ours), median(express)], comparison);
}

function toWakeUpRow([ours = [], express = []]: readonly (readonly number[])[]): Row {
  // The least: what the engine does by itself wakes some of them, a timer all.
  const least = [ours, express].map((counts) => Math.min(...counts));
  const more = (least[0] ?? Number.NaN) - (least[1] ?? Number.NaN);
  const goal = { kind: '≤', value: 0, unit: 'more', isExact: true } as const;
  const comparison = { text: `${more} more`, value: more, goal };
  return toRow('Wake-ups of an idle server', `in ${idleMs / 1000} s`, least, comparison);
}

function toRow(what: string, column: string, [ours, express]: readonly number[], comparison: Comparison): Row {
  const lines = [
    { name: 'vf-mock', figures: [toFigure(ours)] },
    { name: 'express-json', figures: [toFigure(express)], comparison },
  ];
  return { what, columns: [column], lines };
}
