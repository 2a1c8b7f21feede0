// Packs the package, installs it into an empty folder, and checks that it works for users.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataConsumer, syncJob, typesConsumer } from './consumers.ts';
import { createFolder, install, pack, report, root } from './packed.ts';
import { launch, runToEnd, stop, type Child } from './processes.ts';

interface Manifest {
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const folder = createFolder('smoke');
const consumer = join(folder, 'consumer');
mkdirSync(consumer);

/** Code of a user: a chunk of one record for `fetch`. */
const chunk = `{
  method: 'POST',
  headers: { authorization: 'Bearer sk_test_${'0'.repeat(32)}', 'content-type': 'application/json' },
  body: JSON.stringify({ users: [{ external_user_id: 'usr_1', email: 'ada@example.com' }] }),
}`;

let tarball = '';
await check('npm pack builds and packs it', async () => {
  tarball = await pack(folder);
});
await check('it installs into an empty folder', async () => install(consumer, tarball));
await check('it holds what users need and nothing else', checkFiles);
await check('vf-mock works without msw', async () => {
  expect(existsSync(join(consumer, 'node_modules/msw')), false, 'msw is installed');
  await expectAccepted(`
    import { createMock } from 'vf-mock';
    const answer = await createMock().fetch('/api/v1/users/bulk', ${chunk});`);
});
await check('vf-mock/data says what to install', async () => {
  const message = await evaluate(`import('vf-mock/data').catch(({ message }) => console.log(message));`);
  expect(message, 'vf-mock/data needs @mswjs/data: npm install --save-dev @mswjs/data\n', 'its error');
});
await check('the OpenAPI documents can be found', async () => {
  const documents = ['vibefollow', 'yellow', 'vibefollow.server', 'yellow.server', 'admin'].map(
    (name) => `import.meta.resolve('vf-mock/openapi/${name}.yaml')`,
  );
  const code = `import { existsSync } from 'node:fs';
    console.log([${documents.join()}].every((url) => existsSync(new URL(url))));`;
  expect(await evaluate(code), 'true\n', 'all documents are there');
});
await check('vf-mock contract says what to install', async () => {
  const args = ['--no-install', 'vf-mock', 'contract', '--api', 'yellow', '--upstream'];
  const { child, url } = await start('npx', '--no-install', 'vf-mock', '--port', '0');
  const failure = await run('npx', [...args, url]).catch((error: unknown) => String(error));
  const line = 'vf-mock: Failed to start Prism: @stoplight/prism-cli is not installed. Run npm install --save-dev';
  expect(
    ['ended with 2.', line].every((part) => failure.includes(part)),
    true,
    `its error, ${failure}`,
  );
  await stop(child);
});
await check('vf-mock certify runs a client with the records that vf-mock records prints', checkCertify);
await check('npx vf-mock --version prints the version', async () => {
  expect(await run('npx', ['--no-install', 'vf-mock', '--version']), `${version}\n`, 'its output');
});
await check('npx vf-mock serves, and the curl line of its banner works', checkBanner);
await check('SIGTERM ends vf-mock', checkStop);
await check('vf-mock/msw answers for the vendor’s host', async () => {
  // Packages that a TypeScript user has with vf-mock.
  const peers = ['msw', '@mswjs/data', 'vitest', 'expect', '@types/node'];
  await install(consumer, ...peers.map((name) => `${name}@${devDependencies[name] ?? ''}`));
  await expectAccepted(`
    import { setupServer } from 'msw/node';
    import { createMock } from 'vf-mock';
    import { handlers } from 'vf-mock/msw';
    setupServer(...handlers(createMock())).listen({ onUnhandledRequest: 'error' });
    const answer = await fetch('https://api.vibefollow.com/api/v1/users/bulk', ${chunk});`);
});
await check('vf-mock/data answers queries', async () => {
  await expectAccepted(`
    import { createMock } from 'vf-mock';
    import { createDatabase } from 'vf-mock/data';
    const mock = createMock();
    const answer = await mock.fetch('/api/v1/users/bulk', ${chunk});
    const { user } = createDatabase(mock.vibefollow.project('sk_test_${'0'.repeat(32)}'));
    if (user.count({ where: { email: { equals: 'ada@example.com' } } }) !== 1) throw new Error('It was not found.');`);
});
await check('vf-mock/express serves', async () => {
  await expectAccepted(`
    import { createMock } from 'vf-mock';
    import { serve } from 'vf-mock/express';
    const server = await serve(createMock());
    const answer = await fetch(server.url + '/api/v1/users/bulk', ${chunk});
    await server.close();`);
});
await check('vf-mock/vitest judges in a test suite, and vf-mock/jest with the expect of Jest', async () => {
  writeFileSync(
    join(consumer, 'consumer.test.mjs'),
    `import { expect as jestExpect } from 'expect';
    import { matchers } from 'vf-mock/jest';
    import { expect, test } from 'vf-mock/vitest';
    jestExpect.extend(matchers);
    test('a chunk is delivered', async ({ mock }) => {
      const answer = await fetch('https://api.vibefollow.com/api/v1/users/bulk', ${chunk});
      expect(answer.status).toBe(200);
      expect(mock).toHaveDelivered(['usr_1']);
      jestExpect(mock).toPassAllRules();
    });`,
  );
  await run('npx', ['--no-install', 'vitest', 'run']);
});
await check('its types are sound under nodenext and bundler', checkTypes);

/** The checks in order. Each needs the one before. */
async function check(what: string, work: () => Promise<unknown>): Promise<void> {
  if (!(await report(what, work))) process.exit(1);
}

async function checkFiles(): Promise<void> {
  const names = await readdir(join(consumer, 'node_modules/vf-mock'));
  const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'openapi', 'package.json'];
  expect(names.sort().join(' '), expected.join(' '), 'its files');
}

async function checkCertify(): Promise<void> {
  writeFileSync(join(consumer, 'client.mjs'), syncJob);
  const only = ['--only', 'delivery/one-record', '--report', 'html=certify.html'];
  const args = ['--no-install', 'vf-mock', 'certify', '--api', 'vibefollow', ...only, '--', 'node', 'client.mjs'];
  const printed = await run('npx', args);
  expect(printed.includes('PASSED: MUST 1 of 1'), true, `its score card, ${printed}`);
  expect(readFileSync(join(consumer, 'certify.html'), 'utf8').slice(0, 15), '<!doctype html>', 'its page');
  const records = await run('npx', ['--no-install', 'vf-mock', 'records', '--count', '2']);
  expect(records.split('\n').length, 3, `its lines, ${records}`);
}

async function checkBanner(): Promise<string | undefined> {
  const { child, banner, url } = await start('npx', '--no-install', 'vf-mock', '--port', '0');
  const health = await fetch(`${url}/__admin/health`);
  expect(await health.text(), JSON.stringify({ status: 'ok' }), `GET ${url}/__admin/health`);
  const curl = /^curl .*$/m.exec(banner)?.[0] ?? 'No curl line in the banner';
  const hasCurl = (await run('bash', ['-c', 'command -v curl || true'])) !== '';
  if (hasCurl) expect((await run('bash', ['-c', curl])).split('\r\n')[0], 'HTTP/1.1 200 OK', `the answer to ${curl}`);
  await stop(child);
  return hasCurl ? undefined : 'there is no curl here to try it with';
}

/** Starts the command without npx, because npx hides its exit code after a signal. */
async function checkStop(): Promise<string> {
  const { child, url } = await start(join(consumer, 'node_modules/.bin/vf-mock'), '--port', '0');
  await fetch(`${url}/__admin/health`);
  const { code, seconds } = await stop(child);
  expect(code, 0, 'its exit code');
  return `after ${seconds.toFixed(2)} s, at most 1 is promised`;
}

async function checkTypes(): Promise<void> {
  writeFileSync(join(consumer, 'consumer.mts'), typesConsumer);
  writeFileSync(join(consumer, 'data.mts'), dataConsumer);
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const flags = ['--noEmit', '--strict', '--target', 'es2022', '--types', 'node'];
  const ways = ['--module nodenext --moduleResolution nodenext', '--module esnext --moduleResolution bundler'];
  // The types of @mswjs/data do not compile without errors.
  const files = ['--skipLibCheck false consumer.mts', '--skipLibCheck true data.mts'];
  const runs = ways.flatMap((way) => files.map((file) => [tsc, ...flags, ...`${way} ${file}`.split(' ')]));
  await Promise.all(runs.map(async (args) => run(process.execPath, args)));
}

/** Runs code that sets `answer`, and checks that this is the answer to a bulk request. */
async function expectAccepted(code: string): Promise<void> {
  const printed = await evaluate(`${code}\nconsole.log(answer.status, (await answer.json()).data.accepted);`);
  expect(printed, '200 1\n', 'status and number of accepted records');
}

/** Runs code as a module of the consumer. Returns its output. */
async function evaluate(code: string): Promise<string> {
  return run(process.execPath, ['--input-type=module', '--eval', code]);
}

async function run(command: string, args: readonly string[]): Promise<string> {
  return runToEnd(command, args, consumer);
}

/** Starts a server and waits for its banner. */
async function start(
  command: string,
  ...args: readonly string[]
): Promise<{ child: Child; banner: string; url: string }> {
  const child = launch(command, args, consumer);
  let banner = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      banner += part;
      if (/^curl .*\n/m.test(banner)) resolve();
    });
    child.once('error', reject).once('close', () => reject(new Error(`It ended without its banner: ${banner}`)));
  });
  return { child, banner, url: /http:\S+/.exec(banner)?.[0] ?? 'No URL in the banner' };
}

function expect(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`Expected of ${what}: ${String(expected)}\nBut it is: ${String(actual)}`);
}
