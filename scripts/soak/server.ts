// The server under load, in a process of its own, with a probe inside that the product knows nothing of.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What the process of the server holds after a garbage collection. */
export interface Holding {
  /** Bytes of the heap, and of buffers beside it. */
  readonly heap: number;
  readonly rss: number;
  /** The kinds of what keeps the event loop busy, sorted, such as `TCPSocketWrap` and `Timeout`. */
  readonly resources: readonly string[];
  /** On `process` and, once it has served, on the HTTP server. */
  readonly listeners: Readonly<Record<string, number>>;
  /** Live objects by class. */
  readonly objects: Readonly<Record<string, number>>;
}

export interface Server {
  readonly url: string;
  probe(): Promise<Holding>;
  /** Sends SIGTERM, and answers its exit code, `null` if it did not end by itself, and all that it wrote to stderr. */
  stop(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Starts `dist/cli.js`; it ends with this process. */
export async function startServer(): Promise<Server> {
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', urlOf('probe.js')];
  const args = [pathOf('../../dist/cli.js'), '--port', '0', '--config', pathOf('options.yaml')];
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
      const deadline = setTimeout(() => child.kill('SIGKILL'), 5_000);
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
