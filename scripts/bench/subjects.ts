// What is measured, each a process of its own: servers under load, and programs that measure themselves.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { open, sendAll, sendInTurn } from './load.ts';
import type { Project } from './project.ts';

/** What was served in which time, and what the process needed of a processor for it. */
export interface Sample {
  readonly requests: number;
  readonly seconds: number;
  /** Only where the system tells. */
  readonly cpuSeconds: number | undefined;
}

export interface Subject {
  /** Works for so long. */
  run(ms: number): Promise<Sample>;
  close(): Promise<void>;
}

export interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  /** From the start of the process until its first answer. */
  readonly startMs: number;
  close(): Promise<void>;
}

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** A server under load with these requests, in turn. */
export function toSubject(server: Server, requests: readonly Buffer[]): Subject {
  let next = 0;
  return {
    async run(ms) {
      const before = readCpuSeconds(server.child);
      const end = performance.now() + ms;
      const result = await sendAll(server.port, () =>
        performance.now() < end ? requests[next++ % requests.length] : undefined,
      );
      const after = readCpuSeconds(server.child);
      return { ...result, cpuSeconds: before === undefined || after === undefined ? undefined : after - before };
    },
    close: server.close,
  };
}

/** A program of the bench that measures itself, when it is asked. */
export function startProgram(project: Project, name: string): Subject {
  const child = watch(fork(project.program(name), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] }));
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)}.`);
  });
  ended.catch(() => undefined);
  return {
    async run(ms) {
      child.send(ms);
      const [sample] = (await Promise.race([once(child, 'message'), ended])) as [Sample];
      return sample;
    },
    close: async () => close(child),
  };
}

/** Starts a program that listens, which is told the port, and waits until it has answered a request. */
export async function startServer(
  project: Project,
  toArgs: (port: string) => readonly string[],
  request: Buffer,
): Promise<Server> {
  const port = await findPort();
  // What it prints goes to a file, as that of a server in the background does.
  const log = openSync(join(project.folder, `${port}.log`), 'w');
  const start = performance.now();
  const child = watch(spawn(process.execPath, toArgs(String(port)), { stdio: ['ignore', log, 'inherit'] }));
  await waitForAnswer(child, port, request);
  return { port, child, startMs: performance.now() - start, close: async () => close(child) };
}

async function waitForAnswer(child: ChildProcess, port: number, request: Buffer): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}.`);
    const socket = await open(port).catch(() => undefined);
    if (socket === undefined) {
      await sleep(1);
      continue;
    }
    const rest = [request];
    await sendInTurn(socket, () => rest.pop());
    socket.destroy();
    return;
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function watch(child: ChildProcess): ChildProcess {
  children.add(child);
  return child.once('close', () => children.delete(child));
}

async function close(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (children.has(child)) await once(child, 'close');
}

/** Of all its threads, in the hundredths of a second in which Linux counts; no other system tells it so simply. */
function readCpuSeconds({ pid }: ChildProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid ?? ''}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
