// Measures throughput over HTTP and inside a process.
import { toBodies } from './chunks.ts';
import { toRequest } from './load.ts';
import type { Api } from './programs/wire.ts';
import { measureInTurn, median, toRatio } from './rounds.ts';
import { startServer } from './servers.ts';
import { startProgram, toSubject, type Sample, type Subject } from './subjects.ts';
import { toFigure, toRatioComparison, type Line, type Measure, type Row } from './table.ts';

/** A reference, and the minimum ratio that vf-mock must reach against it. */
export type Rivals = Readonly<Record<string, number | undefined>>;

const warmUpMs = 1500;
const roundMs = 400;

interface HttpRow {
  readonly what: string;
  readonly api: Api;
  /** Number of records in a request. */
  readonly size: number;
  readonly rivals: Rivals;
  /** Number of different users. By default, there are so few that most requests update users. */
  readonly users?: number;
}

export function measureHttp({ what, api, size, rivals, users }: HttpRow): Measure {
  return async (project, rounds) => {
    const bodies = users === undefined ? toBodies(api, size) : toBodies(api, size, users, users / size);
    const requests = bodies.map((body) => toRequest(api, body));
    const start = async (name: string): Promise<Subject> =>
      toSubject(await startServer(project, name, api, requests[0] ?? Buffer.of()), requests);
    return [await compare(what, rounds, await startAll(['vf-mock', ...Object.keys(rivals)], start), rivals)];
  };
}

export function measureInProcess({ what, ours, rivals }: Omit<HttpRow, 'api' | 'size'> & { ours: string }): Measure {
  return async (project, rounds) => {
    const start = (name: string): Subject => startProgram(project, name);
    return [await compare(what, rounds, await startAll([ours, ...Object.keys(rivals)], start), rivals)];
  };
}

/** Measures the subjects and closes them. The first subject is vf-mock. */
export async function compare(
  what: string,
  rounds: number,
  subjects: Readonly<Record<string, Subject>>,
  rivals: Rivals,
): Promise<Row> {
  for (const subject of Object.values(subjects)) await subject.run(warmUpMs);
  const runs = Object.entries(subjects).map(([name, subject]) => [name, async () => subject.run(roundMs)] as const);
  const samples = await measureInTurn(rounds, Object.fromEntries(runs));
  await Promise.all(Object.values(subjects).map(async (subject) => subject.close()));
  const [ours = []] = Object.values(samples);
  const lines = Object.entries(samples).map(([name, theirs]) => toLine(name, ours, theirs, rivals[name]));
  return { what, columns: ['requests/s', 'CPU ms', 'by CPU'], lines };
}

async function startAll(
  names: readonly string[],
  start: (name: string) => Subject | Promise<Subject>,
): Promise<Record<string, Subject>> {
  const subjects: Record<string, Subject> = {};
  for (const name of names) subjects[name] = await start(name);
  return subjects;
}

function toLine(name: string, ours: readonly Sample[], theirs: readonly Sample[], least: number | undefined): Line {
  const [our, their] = [ours, theirs].map((samples) => samples.map(({ requests, seconds }) => requests / seconds));
  const cpu = toCpuMs(theirs);
  const figures = [median(their ?? []), cpu];
  if (ours === theirs) return { name, figures: figures.map(toFigure) };
  const goal = least === undefined ? undefined : ({ kind: '≥', value: least } as const);
  return {
    name,
    // Less processor time is better.
    figures: [...figures, cpu / toCpuMs(ours)].map(toFigure),
    comparison: toRatioComparison(toRatio(our ?? [], their ?? []), goal),
  };
}

/** Processor time per request over all rounds. One round is too short for the clock of the system. */
function toCpuMs(samples: readonly Sample[]): number {
  const requests = samples.reduce((sum, sample) => sum + sample.requests, 0);
  const cpuSeconds = samples.reduce((sum, sample) => sum + (sample.cpuSeconds ?? Number.NaN), 0);
  return (cpuSeconds * 1e3) / requests;
}
