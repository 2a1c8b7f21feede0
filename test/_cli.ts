import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { otherKey } from './_setup.ts';

let folder = '';

/** What the program is given as files in a test file; it runs in their folder. */
export function useFiles(files: Readonly<Record<string, string | Uint8Array>>): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vf-mock-cli-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });
  afterAll(async () => rm(folder, { recursive: true }));
}

/** Where they are. */
export function folderOf(): string {
  return folder;
}

/** The program as it runs. */
export interface Run {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has printed up to now. */
  stdout(): string;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export const headers = {
  authorization: `Bearer ${otherKey}`,
  'x-api-key': 'secret',
  'content-type': 'application/json',
};

/** Runs the program from its sources until it ends, at the latest with the test; environment variables come first. */
export function run(...given: readonly [Readonly<Record<string, string>>, ...string[]] | readonly string[]): Run {
  const [first, ...others] = given;
  const [more, args] = typeof first === 'object' ? [first, others as string[]] : [{}, given as readonly string[]];
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), cli, ...args], {
    cwd: folder,
    env: { ...process.env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk));
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...text }));
  return { child, stdout: () => text.stdout, ended };
}

/** Runs it on any free port, and waits for its banner. */
export async function start(...args: readonly string[]): Promise<Run & { url: string }> {
  const started = run(...args, '--port', '0');
  const url = await new Promise<string>((resolve, reject) => {
    started.child.stdout.on('data', () => {
      const [, base] = /^curl -i (\S+)\/api\/v1\/users\/bulk .*\n/m.exec(started.stdout()) ?? [];
      if (base !== undefined) resolve(base);
    });
    void started.ended.then(({ stderr }) => reject(new Error(`It ended before its banner: ${stderr}`)));
  });
  return { ...started, url };
}

/** The lines after the banner. */
export function toLog(stdout: string): string[] {
  return (stdout.split(/^curl .*\n/m)[1] ?? '').split('\n').filter((line) => line !== '');
}

/** Sends JSON with a key for either API. */
export async function post(url: string, body: unknown, more = {}, send: typeof fetch = fetch): Promise<Response> {
  return send(url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
}
