import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Prism with one of our documents: as a proxy that judges requests and answers, or as a mock that answers examples. */
export interface Prism {
  readonly version: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Options of Prism. `document` is the path of a file. Without `upstream` Prism is a mock. */
export interface PrismOptions {
  readonly document: string;
  readonly upstream?: string;
  /** Aborting it ends Prism, also during its start. */
  readonly signal?: AbortSignal | undefined;
}

const packageName = '@stoplight/prism-cli';

/** The path of a document in the package. */
export function toDocumentPath(name: string): string {
  return createRequire(import.meta.url).resolve(`vf-mock/openapi/${name}.yaml`);
}

/**
 * Starts Prism as a process on a free port of this machine.
 *
 * @throws If Prism is not installed or does not start. The message is one line, and says what to do.
 */
export async function startPrism({ document, upstream, signal }: PrismOptions): Promise<Prism> {
  const { version, program } = await findPrism();
  const args = upstream === undefined ? ['mock', document] : ['proxy', document, upstream];
  const child = spawn(process.execPath, [program, ...args, '--host', '127.0.0.1', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  return {
    version,
    url: await readUrl(child, ended, signal),
    async close(): Promise<void> {
      child.kill();
      await ended;
    },
  };
}

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
}

/** Looks beside this package, and in the current project, because npx keeps this package elsewhere. */
async function findPrism(): Promise<{ version: string; program: string }> {
  for (const base of [import.meta.url, pathToFileURL(`${process.cwd()}/package.json`)]) {
    const manifest = findManifest(base);
    if (manifest === undefined) continue;
    const { version, bin } = JSON.parse(await readFile(manifest, 'utf8')) as Manifest;
    return { version, program: fileURLToPath(new URL(bin['prism'] ?? '', pathToFileURL(manifest))) };
  }
  throw new Error(
    `Failed to start Prism: ${packageName} is not installed. ` +
      `Run npm install --save-dev ${packageName}, before Node 24 ${packageName}@5.14.`,
  );
}

function findManifest(base: string | URL): string | undefined {
  try {
    return createRequire(base).resolve(`${packageName}/package.json`);
  } catch {
    return undefined;
  }
}

/** Reads the URL from the output of Prism. Later output is read and dropped. */
async function readUrl(
  { stdout, stderr }: ChildProcess,
  ended: Promise<void>,
  signal: AbortSignal | undefined,
): Promise<string> {
  let text = '';
  return new Promise<string>((resolve, reject) => {
    for (const stream of [stdout, stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text = `${text}${chunk}`.slice(-10_000);
        const [, url] = /Prism is listening on (http:\/\/\S+)/.exec(text) ?? [];
        if (url !== undefined) resolve(url);
      });
    }
    void ended.then(() => {
      const line = /^.*error.*$/im.exec(text)?.[0] ?? text.trim().split('\n').at(-1) ?? '';
      const failure = new Error(`Failed to start Prism: ${line === '' ? 'it ended at once' : line}`);
      reject(signal?.aborted === true ? (signal.reason as Error) : failure);
    });
  });
}
