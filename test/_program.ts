import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { Host, Signal } from '../src/cli/program.ts';

/** The arguments, the environment and the folder of a run. */
export interface Invocation {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** A run of the program. */
export interface Run {
  /** The output so far. */
  stdout(): string;
  /** Waits until the output matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until its errors match. */
  warned(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal, SIGTERM by default. */
  stop(signal?: Signal): void;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** A run of the program as a process. */
export interface ProcessRun extends Run {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
}

/** Runs the program as a function in this process. It ends with the test at the latest. */
export function runInProcess({ args, env, cwd }: Invocation): Run {
  const [stdout, stderr, signals] = [createOutput(), createOutput(), new EventEmitter()];
  const host: Host = {
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    cwd: () => cwd,
    on: (signal, listener) => signals.on(signal, listener),
    off: (signal, listener) => signals.off(signal, listener),
  };
  const ended = import('../src/cli/program.ts').then(async ({ runProgram }) => {
    const code = await runProgram(args, host);
    const listening = signals.eventNames();
    if (listening.length > 0) throw new Error(`The program has ended, and listens to ${listening.join(', ')}`);
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  });
  const stop = (signal: Signal = 'SIGTERM'): void => {
    // A signal without a listener kills a process.
    if (!signals.emit(signal)) stdout.stream.destroy();
  };
  onTestFinished(async () => {
    stop();
    await ended;
  });
  const printed = async (pattern: RegExp): Promise<RegExpExecArray> => stdout.printed(pattern, ended);
  const warned = async (pattern: RegExp): Promise<RegExpExecArray> => stderr.printed(pattern, ended);
  return { stdout: stdout.text, printed, warned, stop, ended };
}

/** Runs the program of a file as a process. It ends with the test at the latest. */
export function runFile(file: string, { args, env, cwd }: Invocation): ProcessRun {
  const child = spawn(process.execPath, [file, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [stdout, stderr] = [createOutput(), createOutput()];
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.stream.write(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.stream.write(text));
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout: stdout.text(),
    stderr: stderr.text(),
  }));
  return {
    child,
    stdout: stdout.text,
    printed: async (pattern) => stdout.printed(pattern, ended),
    warned: async (pattern) => stderr.printed(pattern, ended),
    stop: (signal = 'SIGTERM') => void child.kill(signal),
    ended,
  };
}

/** Builds the program into one file that needs no compiler. Returns the path of the file. */
export async function buildProgram(): Promise<{ file: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vf-mock-program-'));
  const file = join(folder, 'cli.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../src/cli.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    // Express loads its parts with `require`.
    banner: { js: `import nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url);` },
  });
  return { file, remove: async () => rm(folder, { recursive: true }) };
}

interface CollectedOutput {
  readonly stream: Writable;
  text(): string;
  printed(pattern: RegExp, ended: Run['ended']): Promise<RegExpExecArray>;
}

function createOutput(): CollectedOutput {
  let all = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: unknown, _encoding, done): void {
      all += String(chunk);
      stream.emit('printed');
      done();
    },
  });
  return {
    stream,
    text: () => all,
    async printed(pattern, ended): Promise<RegExpExecArray> {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(all);
          if (match === null) return;
          stream.off('printed', look);
          resolve(match);
        };
        stream.on('printed', look);
        look();
        void ended.then(
          ({ stderr }) => reject(new Error(`It ended without printing ${String(pattern)}: ${stderr}`)),
          reject,
        );
      });
    },
  };
}
