// Measures start times: a server up to its first answer, and the import of a module.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { toBody } from './chunks.ts';
import { readCpuSeconds } from './linux.ts';
import { toRequest } from './load.ts';
import type { Project } from './project.ts';
import { measureInTurn, median, toRange, toRatio } from './rounds.ts';
import { startServer } from './servers.ts';
import { toFigure, toRatioComparison, type Goal, type Line, type Row } from './table.ts';

interface Time {
  readonly ms: number;
  readonly cpuMs: number | undefined;
}

const columns = ['ms', 'least', 'CPU ms'];
const compile = `new (await import('ajv/dist/2020.js')).Ajv2020().compile({ type: 'object', required: ['a'] })`;
/** The code before the measurement, and the measured code. */
const imports: Readonly<Record<string, readonly [before: string, code: string]>> = {
  'vf-mock': ['', `await import('vf-mock')`],
  'vf-mock/msw, after msw': [`await import('msw')`, `await import('vf-mock/msw')`],
  msw: ['', `await import('msw')`],
  '@mswjs/data': ['', `await import('@mswjs/data')`],
  'ajv and a compile': ['', compile],
};

export async function measureStart(project: Project, rounds: number): Promise<Row[]> {
  const names = ['vf-mock, no --config', 'vf-mock', 'express-json', 'prism'];
  const starts = names.map((name) => [name, async () => timeStart(project, name)] as const);
  const times = await measureInTurn(Math.max(rounds, 10), Object.fromEntries(starts));
  const goals: Readonly<Record<string, Goal>> = { 'express-json': { kind: '≤', value: 1.2 } };
  const ours = times['vf-mock, no --config'] ?? [];
  const lines = Object.entries(times).map(([name, theirs]) => {
    const ratio = toRatio(ours.map(toMs), theirs.map(toMs));
    return toLine(name, theirs, ours === theirs ? undefined : toRatioComparison(ratio, goals[name]));
  });
  return [{ what: 'From the start of a server to its first answer', columns, lines }];
}

export async function measureImport(project: Project, rounds: number): Promise<Row[]> {
  const runs = Object.entries(imports).map(([name, code]) => [name, async () => timeCode(project, ...code)] as const);
  const times = await measureInTurn(Math.max(rounds, 15), Object.fromEntries(runs));
  const goal: Goal = { kind: '≤', value: 20, unit: 'ms' };
  const lines = Object.entries(times).map(([name, all]) => {
    const value = median(all.map(toMs));
    return toLine(name, all, name.startsWith('vf-mock') ? { text: '', value, goal } : undefined);
  });
  return [{ what: 'Import', columns, lines }];
}

async function timeStart(project: Project, name: string): Promise<Time> {
  const request = toRequest('vibefollow', toBody('vibefollow', [0]));
  const start = performance.now();
  const server = await startServer(project, name, 'vibefollow', request);
  const ms = performance.now() - start;
  const cpuSeconds = readCpuSeconds(server.child);
  await server.close();
  return { ms, cpuMs: cpuSeconds === undefined ? undefined : cpuSeconds * 1e3 };
}

async function timeCode({ folder }: Project, before: string, code: string): Promise<Time> {
  const program = `${before};
    const cpu = process.cpuUsage();
    const start = performance.now();
    ${code};
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1e3 }));`;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return JSON.parse(stdout) as Time;
}

function toLine(name: string, times: readonly Time[], comparison: Line['comparison']): Line {
  const ms = toRange(times.map(toMs));
  const cpuMs = median(times.map((time) => time.cpuMs ?? Number.NaN));
  return { name, figures: [ms.median, ms.min, cpuMs].map(toFigure), comparison };
}

function toMs({ ms }: Time): number {
  return ms;
}
