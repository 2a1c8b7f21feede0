// The server under load, in a separate process with a probe inside. The product does not know the probe.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The memory and the resources of the server process after a garbage collection. */
export interface Holding {
  /** Bytes of the heap and of external buffers. */
  readonly heap: number;
  readonly rss: number;
  /** The kinds of active resources, sorted, such as `TCPSocketWrap` and `Timeout`. */
  readonly resources: readonly string[];
  /** Number of listeners on `process` and, after its first request, on the HTTP server. */
  readonly listeners: Readonly<Record<string, number>>;
  /** Number of live objects by class. */
  readonly objects: Readonly<Record<string, number>>;
}

export interface Server {
  readonly url: string;
  probe(): Promise<Holding>;
  /** Sends SIGTERM. Returns the exit code and the error output. The code is `null` if a signal ended the process. */
  stop(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Starts `dist/cli.js` with a state file. The server ends with this process. */
export async function startServer(state: string): Promise<Server> {
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', urlOf('probe.js')];
  const args = [pathOf('../../dist/cli.js'), '--port', '0', '--config', pathOf('options.yaml'), '--state', state];
  const stdio = ['ignore', 'pipe', 'pipe', 'ipc'] as const;
  const child = spawn(process.execPath, [...flags, ...args], { stdio: [...stdio] }) as Child;
  process.on('exit', () => child.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  const stderr = text(child.stderr);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const url = await Promise.race([toUrl(child), closed.then(async () => Promise.reject(new Error(await stderr)))]);
  child.stdout.resume();
  return {
    url,
    async probe(): Promise<Holding> {
      child.send('probe');
      const [holding] = (await once(child, 'message')) as [Holding];
      return holding;
    },
    async stop(): Promise<{ code: number | null; stderr: string }> {
      child.kill('SIGTERM');
      const deadline = setTimeout(() => child.kill('SIGKILL'), 120_000);
      const [code] = await closed;
      clearTimeout(deadline);
      return { code, stderr: await stderr };
    },
  };
}

async function toUrl({ stdout }: Child): Promise<string> {
  let banner = '';
  for await (const part of stdout.iterator({ destroyOnReturn: false })) {
    banner += String(part);
    const [url] = /http:\S+(?=\/__admin\/health)/.exec(banner) ?? [];
    if (url !== undefined) return url;
  }
  return new Promise(() => undefined);
}

function urlOf(name: string): string {
  return new URL(name, import.meta.url).href;
}

function pathOf(name: string): string {
  return fileURLToPath(urlOf(name));
}
