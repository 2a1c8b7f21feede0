// Subjects work for a given time and report their work. A subject is a server under load or a program.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { close, watch } from './children.ts';
import { readCpuSeconds } from './linux.ts';
import { sendAll } from './load.ts';
import type { Project } from './project.ts';
import type { Server } from './servers.ts';

/** The number of requests, their time, and the processor time of the process. */
export interface Sample {
  readonly requests: number;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
}

export interface Subject {
  /** Works for the given time. */
  run(ms: number): Promise<Sample>;
  close(): Promise<void>;
}

/** A server under the load of these requests in turn. */
export function toSubject({ port, child, close }: Server, requests: readonly Buffer[]): Subject {
  let next = 0;
  return {
    async run(ms) {
      const before = readCpuSeconds(child);
      const end = performance.now() + ms;
      const result = await sendAll(port, () =>
        performance.now() < end ? requests[next++ % requests.length] : undefined,
      );
      const after = readCpuSeconds(child);
      return { ...result, cpuSeconds: before === undefined || after === undefined ? undefined : after - before };
    },
    close,
  };
}

/** A program of the bench that measures itself. */
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
