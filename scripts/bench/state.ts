// Measures a server that loads and saves a state of a million users, against JSON.parse of the same file.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { close, watch } from './children.ts';
import { readPeakMebibytes } from './linux.ts';
import type { Api } from './programs/wire.ts';
import type { Project } from './project.ts';
import { median } from './rounds.ts';
import { toFigure, type Row } from './table.ts';

const users = 1_000_000;
const chunkSize = 1000;
const at = Date.UTC(2026, 0, 1);

interface Sample {
  /** Milliseconds from the start to the banner. */
  readonly start: number;
  /** Milliseconds from SIGTERM to the end. */
  readonly stop: number;
  /** The peak of the memory. */
  readonly mebibytes: number;
}

export async function measureState(project: Project, rounds: number): Promise<Row[]> {
  return [...(await measureApi(project, 'vibefollow', rounds)), ...(await measureApi(project, 'yellow', rounds))];
}

async function measureApi(project: Project, api: Api, rounds: number): Promise<Row[]> {
  const file = join(project.folder, `${api}.json`);
  await writeState(file, api);
  const size = statSync(file).size / 2 ** 20;
  const [parsed, full, empty]: [number[], Sample[], Sample[]] = [[], [], []];
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    parsed.push(await timeParse(file));
    full.push(await run(project, file));
    empty.push(await run(project, join(project.folder, 'empty.json')));
  }
  const after = statSync(file).size / 2 ** 20;
  if (after < size) throw new Error(`The file had ${size} MiB, and has ${after} MiB after the stop.`);
  const of = (samples: readonly Sample[], figure: keyof Sample): number => median(samples.map((one) => one[figure]));
  const time = of(full, 'start') / median(parsed);
  const memory = (of(full, 'mebibytes') - of(empty, 'mebibytes')) / size;
  const name = `${api}, ${users.toLocaleString('en')} users, ${toFigure(size)} MiB`;
  return [
    {
      what: `Start with --state: ${name}`,
      columns: ['ms', 'ms to stop'],
      lines: [
        { name: 'vf-mock', figures: [toFigure(of(full, 'start')), toFigure(of(full, 'stop'))] },
        {
          name: 'JSON.parse',
          figures: [toFigure(median(parsed))],
          comparison: { text: time.toFixed(2), value: time, goal: { kind: '≤', value: 10 } },
        },
      ],
    },
    {
      what: `Peak memory with --state: ${name}`,
      columns: ['MiB'],
      lines: [
        { name: 'vf-mock', figures: [toFigure(of(full, 'mebibytes'))] },
        { name: 'vf-mock, empty', figures: [toFigure(of(empty, 'mebibytes'))] },
        {
          name: 'the file',
          figures: [toFigure(size)],
          comparison: { text: `${memory.toFixed(2)} more`, value: memory, goal: { kind: '≤', value: 3 } },
        },
      ],
    },
  ];
}

/** Milliseconds of JSON.parse of a file, in a process of its own. */
async function timeParse(file: string): Promise<number> {
  const program = `const text = require('node:fs').readFileSync(process.argv[1], 'utf8');
    const start = performance.now();
    JSON.parse(text);
    console.log(performance.now() - start);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program, file]);
  return Number(stdout);
}

/** Starts a server with a state, and stops it cleanly. */
async function run(project: Project, file: string): Promise<Sample> {
  const started = performance.now();
  const args = [project.bin('vf-mock', 'vf-mock'), '--port', '0', '--quiet', '--state', file];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  watch(child);
  let mebibytes = Number.NaN;
  const sampling = setInterval(() => {
    if (child.exitCode === null) mebibytes = toPeak(mebibytes, readPeakMebibytes(child));
  }, 20);
  try {
    await once(child.stdout, 'data');
    const start = performance.now() - started;
    const stopped = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`The server ended with ${code}.`);
    return { start, stop: performance.now() - stopped, mebibytes };
  } finally {
    clearInterval(sampling);
    await close(child);
  }
}

/** The status of a process that has just ended has no memory. */
function toPeak(before: number, peak = Number.NaN): number {
  return Number.isNaN(peak) ? before : peak;
}

/** Writes a state whose users take about 400 bytes each. */
async function writeState(file: string, api: Api): Promise<void> {
  const handle = await open(file, 'w');
  const { before, toUser, after } = shapes[api];
  await handle.write(before);
  for (let first = 0; first < users; first += chunkSize) {
    const chunk = Array.from({ length: chunkSize }, (_, index) => JSON.stringify(toUser(first + index)));
    await handle.write(`${first === 0 ? '' : ',\n'}${chunk.join(',\n')}`);
  }
  await handle.write(after);
  await handle.close();
}

const times = { createdAt: at, updatedAt: at };
const counts = '"deletions":{},"repetitions":{},"windows":{}';
const shapes: Readonly<Record<Api, { before: string; after: string; toUser: (number: number) => object }>> = {
  vibefollow: {
    before: '{"version":1,"yellow":{},"vibefollow":{"prj_0123456789abcdef":{"users":[',
    after: '],"events":[],"queue":[],"idempotencyKeys":[],"windows":{}}}}',
    toUser: (number) => ({
      external_user_id: `usr_${number}`,
      email: `user${number}@example.com`,
      traits: { name: `User ${number}`, plan: 'pro', seats: number % 100, ...toValues(number) },
      ...times,
    }),
  },
  yellow: {
    before: '{"version":1,"vibefollow":{},"yellow":{"x1640004486565":{"users":[',
    after: `],"events":[],"bulkCreations":[],"waiting":[],${counts}}}}`,
    toUser: (number) => ({
      userId: `usr_${number}`,
      properties: {
        email: `user${number}@example.com`,
        firstName: 'Asha',
        lastName: `Rao ${number}`,
        ...toValues(number),
      },
      ...times,
    }),
  },
};

function toValues(number: number): object {
  return {
    company: `Company ${number % 5000} Limited`,
    country: 'India',
    city: number % 2 === 0 ? 'Pune' : 'Goa',
    signedUpAt: '2025-03-04T05:06:07.000Z',
    tags: ['trial', 'newsletter', `cohort-${number % 100}`],
    lastPage: `https://app.example.com/projects/${number}/dashboard`,
  };
}
