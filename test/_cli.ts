import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildProgram, runFile, runInProcess, type Invocation, type ProcessRun, type Run } from './_program.ts';
import { otherKey } from './_setup.ts';

export type { ProcessRun, Run };

/** The program of an installed package. In tests of the package it replaces the sources. */
const installed = process.env['VF_MOCK_PROGRAM'];

let folder = '';

/** Writes files for the tests of a test file. The program runs in their folder. */
export function useFiles(files: Readonly<Record<string, string | Uint8Array>>): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vf-mock-cli-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    folder = '';
  });
}

/** The folder of these files. */
export function folderOf(): string {
  return folder;
}

let built = '';

/** Builds the program for `runProcess` and `startProcess`. So the process does not compile the sources. */
export function useProcesses(): void {
  if (installed !== undefined) return;
  beforeAll(async () => {
    const { file, remove } = await buildProgram();
    built = file;
    return async () => {
      await remove();
      built = '';
    };
  });
}

export const headers = {
  authorization: `Bearer ${otherKey}`,
  'x-api-key': 'secret',
  'content-type': 'application/json',
};

export type Given = readonly [Readonly<Record<string, string>>, ...string[]] | readonly string[];

/** Runs the program in this process. It ends with the test at the latest. Environment variables come first. */
export function run(...given: Given): Run {
  return installed === undefined ? runInProcess(toInvocation(given)) : runFile(installed, toInvocation(given));
}

/** Runs the program as a separate process. */
export function runProcess(...given: Given): ProcessRun {
  return runFile(programFile(), toInvocation(given));
}

/** The file of the program that `useProcesses` has built. */
export function programFile(): string {
  return installed ?? built;
}

/** Runs the program on any free port, and waits for its banner. */
export async function start(...args: readonly string[]): Promise<Run & { url: string }> {
  return serve(run(...args, '--port', '0'));
}

export async function startProcess(...args: readonly string[]): Promise<ProcessRun & { url: string }> {
  return serve(runProcess(...args, '--port', '0'));
}

async function serve<Started extends Run>(started: Started): Promise<Started & { url: string }> {
  const [, url = ''] = await started.printed(/^curl -i (\S+)\/api\/v1\/users\/bulk .*\n/m);
  return { ...started, url };
}

function toInvocation(given: Given): Invocation {
  const [first = {}, ...others] = given;
  const [more, args] = typeof first === 'object' ? [first, others] : [{}, given];
  return { args: args as readonly string[], env: { ...process.env, ...more }, cwd: folder || process.cwd() };
}

/** The lines of the log, without their times. They are between the banner and the summary. */
export function toLog(stdout: string): string[] {
  return toParts(stdout)[0].map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''));
}

/** The lines of the summary at the end. */
export function toSummary(stdout: string): string[] {
  return toParts(stdout)[1];
}

function toParts(stdout: string): [log: string[], summary: string[]] {
  const [, text = ''] = stdout.split(/^curl .*\n\n/m);
  const [log = [], summary = []] = text.split(/^\n/m).map((part) => part.split('\n').filter((line) => line !== ''));
  return [log, summary];
}

/** Sends JSON with a key for either API. */
export async function post(url: string, body: unknown, more = {}, send: typeof fetch = fetch): Promise<Response> {
  return send(url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
}
