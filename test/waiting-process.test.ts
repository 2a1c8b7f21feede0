import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { bot, key } from './_setup.ts';

let library = '';

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vf-mock-script-'));
  library = join(folder, 'library.mjs');
  const names = { 'vf-mock': 'createMock', 'vf-mock/msw': 'handlers', 'msw/node': 'setupServer' };
  const contents = Object.entries(names).map(([from, name]) => `export { ${name} } from '${from}';`);
  // Inside the repository, or inside the package, `vf-mock` is the package itself.
  const resolveDir = dirname(process.env['VF_MOCK_PROGRAM'] ?? fileURLToPath(import.meta.url));
  await build({
    stdin: { contents: contents.join('\n'), resolveDir },
    outfile: library,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: `import nodeModule from 'node:module'; const require = nodeModule.createRequire(import.meta.url);` },
  });
  return async () => rm(folder, { recursive: true });
});

/** What every script begins with. */
const beginning = `
import { createMock, handlers, setupServer } from 'LIBRARY';
const headers = { authorization: 'Bearer ${key}', 'content-type': 'application/json' };
const url = 'https://api.vibefollow.com/api/v1/users';
const client = (more) => ({ method: 'POST', headers, body: '{"external_user_id":"a"}', ...more });
const signal = AbortSignal.timeout(50);
const print = (promise) => promise.then(() => console.log('done'), ({ name }) => console.log(name));
const failing = (fault, options) => createMock({ ...options, faults: [{ fault }] });
const day = 86_400_000;
`;

test.each([
  ['a hang', `print(failing({ kind: 'hang' }).fetch(url, client({ signal })))`],
  ['a hang behind a Request', `print(failing({ kind: 'hang' }).fetch(new Request(url, client({ signal }))))`],
  ['a hang of a manual clock', `print(failing({ kind: 'hang' }, { clock: 'manual' }).fetch(url, client({ signal })))`],
  ['a delay', `print(failing({ kind: 'delay', ms: day }).fetch(url, client({ signal })))`],
  [
    'a delay of a manual clock',
    `print(failing({ kind: 'delay', ms: 1 }, { clock: 'manual' }).fetch(url, client({ signal })))`,
  ],
  ['a slow answer', `print(failing({ kind: 'slow', ms: day }).fetch(url, client({ signal })).then((r) => r.text()))`],
  [
    'a slow answer of a manual clock',
    `print(failing({ kind: 'slow', ms: 1 }, { clock: 'manual' }).fetch(url, client({ signal })).then((r) => r.text()))`,
  ],
  [
    'an upload without an end',
    `print(createMock().fetch(url, client({ signal, body: new ReadableStream(), duplex: 'half' })))`,
  ],
  [
    'a hang behind MSW',
    `setupServer(...handlers(failing({ kind: 'hang' }))).listen(); print(fetch(url, client({ signal })))`,
  ],
  ['a sleep of a manual clock', `print(createMock({ clock: 'manual' }).clock.sleep(1, signal))`],
])('%s reports the TimeoutError of its signal, as a real fetch does', async (_name, code) => {
  expect(await runScript(code)).toBe('TimeoutError\n');
});

test('a request with a signal that is never aborted works as without one', async () => {
  const script = `const kept = new AbortController(); print(createMock().fetch(url, client({ signal: kept.signal })))`;
  expect(await runScript(script)).toBe('done\n');
});

test('mock.handle reports a signal as a broken connection', async () => {
  const script = `failing({ kind: 'hang' }).handle({ method: 'POST', url: '/api/v1/users', headers, signal })
    .then(({ broken }) => console.log(broken))`;
  expect(await runScript(script)).toBe('reset\n');
});

test.each([
  ['a mock', `createMock()`],
  ['a hang', `print(failing({ kind: 'hang' }).fetch(url, client()))`],
  ['a delay of a manual clock', `print(failing({ kind: 'delay', ms: 1 }, { clock: 'manual' }).fetch(url, client()))`],
  [
    'a slow answer that nobody reads any more',
    `failing({ kind: 'slow', ms: 1 }, { clock: 'manual' })
      .fetch(url, client({ signal: new AbortController().signal })).then((r) => r.body.cancel())`,
  ],
  ['users in a queue', `createMock({ vibefollow: { drainRate: 1e-9 } }).fetch(url, client())`],
  [
    'a bulk creation under way',
    `createMock({ yellow: { processingTime: day } })
      .fetch('/cdp/api/v1/user/create-bulk?bot=${bot}', client({ body: '{"users":[{"userId":"a"}]}' }))`,
  ],
])('%s keeps no process alive', async (_name, code) => {
  expect(await runScript(code)).toBe('');
});

/** Runs a script as a process, and returns its output once the process has ended by itself. */
async function runScript(code: string): Promise<string> {
  const args = ['--input-type=module', '--eval', beginning.replace('LIBRARY', pathToFileURL(library).href) + code];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
