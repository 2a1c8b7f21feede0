import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import manifest from 'vf-mock/package.json' with { type: 'json' };
import { createMock, type MockOptions } from 'vf-mock';
import {
  headers,
  post,
  run,
  runProcess,
  start,
  startProcess,
  toLog,
  toSummary,
  useFiles,
  useProcesses,
} from './_cli.ts';
import { bot, otherKey } from './_setup.ts';

useProcesses();

/** The input files of the program. It runs in their folder. */
useFiles({
  'seven.yaml': 'seed: 7\nclock: system\nvibefollow:\n  idempotencyReuse: 409 # VF-1\n',
  'seven.json': '{\n\t"seed": 7,\n\t"yellow": { "missingUserId": "generate" }\n}\n',
  'comments.yaml': '# seed: 7\n',
  'broken.yaml': '{',
  'tag.yaml': 'seed: !unknown 1\n',
  'list.yaml': '- seed\n- clock\n',
  'unknown.yaml': 'sead: 7\n',
  // Each line has nine times as many words as the line before.
  'bomb.yaml': Array.from(
    { length: 9 },
    (_, at) =>
      `a${at}: &a${at} [${Array(9)
        .fill(at === 0 ? 'x' : `*a${at - 1}`)
        .join(', ')}]\n`,
  ).join(''),
  'impossible.yaml': 'vibefollow:\n  idempotencyReuse: 410\n',
});

test('the banner gives the base URL, both APIs and a request to try', async () => {
  const { url, stdout } = await startProcess();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(stdout()).toBe(`vf-mock ${manifest.version} serves both APIs at ${url}

  VibeFollow  ${url}/api/v1
  Yellow.ai   ${url}/cdp/api/v1
  Page        ${url}/__admin/
  Health      ${url}/__admin/health

Try it:
curl -i ${url}/api/v1/users/bulk -H 'Authorization: Bearer sk_test_${'0'.repeat(32)}' \
-H 'Content-Type: application/json' -d '{"users":[{"external_user_id":"usr_1","email":"ada@example.com"}]}'

`);
});

test('every request is a line: time, sign, call, answer, operation, records, duration, masked tenant', async () => {
  const { url, stop, ended } = await start('--clock', 'manual');
  await post(`${url}/api/v1/users/bulk`, { users: [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2' }] });
  await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' });
  await post(`${url}/cdp/api/v1/user/create-bulk?bot=${bot}`, { users: 'none' });
  await fetch(`${url}/api/v1/people?key=${otherKey}`);
  await fetch(`${url}/__admin/health`);
  stop();
  const { stdout } = await ended;
  expect(toLog(stdout)).toEqual([
    '✓   1.1 200      bulkUpsertUsers      2  0 ms, sk_live_…1111',
    '✓   1.1 202      upsertUser           1  0 ms, sk_live_…1111',
    '✗   1.1 400      bulkCreateUsers         users must be an array, 0 ms, x1640004486565',
    '✗       404      GET /api/v1/people      not_found, 0 ms',
  ]);
  const midnight = new Date('2026-01-01T00:00:00Z').toTimeString().slice(0, 8);
  expect(stdout.split('\n').filter((line) => line.startsWith(midnight))).toHaveLength(4);
});

test('--quiet prints no line for a request', async () => {
  const { url, stop, ended } = await start('--quiet');
  await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' });
  stop();
  const { stdout } = await ended;
  expect([toLog(stdout), toSummary(stdout)]).toEqual([[], []]);
});

test('what could steer a terminal is not printed', async () => {
  const { url, stop, ended } = await start();
  await fetch(`${url}/cdp/api/v1/user?bot=${encodeURIComponent('a\u001b[31m\r\n\u009b\u202eb')}`, { headers });
  stop();
  expect(toLog((await ended).stdout)).toEqual([
    expect.stringMatching(/^✓ +1\.1 200 +listUsers +\d+ ms, a�\[31m����b$/),
  ]);
});

test.each<[string, MockOptions]>([
  ['--seed 7', { seed: 7 }],
  ['serve --config seven.yaml', { seed: 7 }],
  ['-c seven.json', { seed: 7 }],
  ['--config seven.yaml --seed 9', { seed: 9 }],
  ['--config comments.yaml', {}],
])('the seed of vf-mock %s decides the ids', async (args, options) => {
  const { url } = await start(...args.split(' '));
  const create = async (base: string, send: typeof fetch): Promise<string> =>
    (await post(`${base}/cdp/api/v1/user/create-bulk?bot=${bot}`, { users: [{ name: 'Ada' }] }, {}, send)).text();
  expect(await create(url, fetch)).toBe(await create('', createMock(options).fetch));
});

test('options of one API in a file reach it', async () => {
  const { url } = await start('--config', 'seven.yaml');
  const key = { 'idempotency-key': '00000000-0000-4000-8000-000000000000' };
  const first = await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' }, key);
  const second = await post(`${url}/api/v1/users`, { external_user_id: 'usr_2' }, key);
  expect([first.status, second.status]).toEqual([202, 409]);
});

test('--clock manual, over the clock of a file, stops the time', async () => {
  const { url } = await start('--config', 'seven.yaml', '--clock', 'manual');
  const event = { userId: 'usr_1', eventName: 'signup', payload: {} };
  const answer = await post(`${url}/cdp/api/v1/event?bot=${bot}`, event);
  expect(await answer.json()).toMatchObject({ data: { createdAt: '2026-01-01T00:00:00.000Z' } });
});

test.each(['--version', 'serve -v'])('vf-mock %s prints the version', async (args) => {
  expect(await runProcess(...args.split(' ')).ended).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('the help of every command says what its exit codes mean, 80 columns wide', async () => {
  const { stdout: whole } = await run('--help').ended;
  const commands = [...whole.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name = '']) => name);
  expect(commands).toContain('scenarios');
  for (const command of [undefined, ...commands]) {
    const { code, stdout } = await run(...(command === undefined ? [] : [command]), '--help').ended;
    expect([command, code, stdout]).toEqual([command, 0, expect.stringMatching(/^Exit codes: 0 \w+[^]*\b2 \w+/m)]);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  }
});

test.each(['-h', 'serve --help'])('vf-mock %s explains every option', async (args) => {
  const { code, stdout, stderr } = await run(...args.split(' ')).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const names = 'port host seed clock config scenario state admin-token allow-host quiet version help';
  for (const name of names.split(' ')) {
    expect(stdout).toMatch(new RegExp(`^  (-., )?--${name}( <\\w+>)? +\\w`, 'm'));
  }
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it, whatever connections are open', async (signal) => {
  const { url, stop, ended } = await startProcess();
  const health = 'GET /__admin/health HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const unfinished = 'POST /api/v1/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{';
  const idle = await exchange(url, health);
  await exchange(url, health + unfinished);
  stop(signal);
  await once(idle, 'close');
  // The signal comes twice. npx passes on a Ctrl-C that the terminal has already sent to both processes.
  stop(signal);
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('a reader of its output that goes away leaves it running', async () => {
  const { url, child, stop, ended } = await startProcess();
  child.stdout.destroy();
  for (const id of ['usr_1', 'usr_2', 'usr_3', 'usr_4']) {
    expect((await post(`${url}/api/v1/users`, { external_user_id: id })).status).toBe(202);
  }
  stop();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('a port in use is refused in one line', async () => {
  const { port } = new URL((await start()).url);
  const line = onPort(port, '127.0.0.1', 'it is in use. Choose another with --port, 0 for any free one.');
  expect(await runProcess('--port', port).ended).toEqual({ code: 2, stdout: '', stderr: `vf-mock: ${line}\n` });
});

test.each<[string, string, RegExp?]>([
  ['--frob', "unknown option '--frob'. See vf-mock --help."],
  ['--prot 1', "unknown option '--prot' (Did you mean --port?)"],
  ['--port', "option '-p, --port <number>' argument missing. See vf-mock --help."],
  ['--port 1e3', "option '-p, --port <number>' argument '1e3' is invalid. Use a whole number."],
  ['-p 65536', "option '-p, --port <number>' argument '65536' is invalid. Use a number from 0 to 65535."],
  ['--clock sun', "option '--clock <kind>' argument 'sun' is invalid. Use one of system, manual."],
  ['--seed -1', toRefusal({ seed: -1 })],
  ['sevre', 'unexpected argument "sevre". Did you mean the command "serve"? See vf-mock --help.'],
  [
    '--host 192.0.2.1',
    onPort('4010', '192.0.2.1', 'this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.'),
  ],
  ['-c none\u0007.yaml', inFile('none�.yaml', 'there is no such file. Give the path of a YAML or JSON file.')],
  ['-c .', inFile('.', 'it is a directory. Give the path of a YAML or JSON file.')],
  ['-c broken.yaml', inFile('broken.yaml', 'it is no YAML or JSON. Flow map must end with a } at line 1, column 2.')],
  ['-c tag.yaml', inFile('tag.yaml, line 1', toProblem({ seed: '1' }))],
  ['-c bomb.yaml', inFile('bomb.yaml', 'its aliases repeat too much. Use fewer, or none.')],
  ['-s ./bomb.yaml', 'Failed to use the scenario ./bomb.yaml: its aliases repeat too much. Use fewer, or none.'],
  ['-c list.yaml', inFile('list.yaml, line 1', toProblem(['seed', 'clock']))],
  ['-c unknown.yaml', inFile('unknown.yaml, line 1', toProblem({ sead: 7 })), /Use one of seed, clock, /],
  [
    '-c impossible.yaml',
    inFile('impossible.yaml, line 2', toProblem({ vibefollow: { idempotencyReuse: 410 } })),
    /422, 409/,
  ],
])('vf-mock %s is refused in one line', async (args, line, allowed = /./) => {
  expect(line).toMatch(allowed);
  const { code, stdout, stderr } = await run(...args.split(' ')).ended;
  expect({ code, stdout, lines: stderr.split('\n') }).toEqual({ code: 2, stdout: '', lines: [`vf-mock: ${line}`, ''] });
});

/** Opens a connection, sends a text and waits for an answer. */
async function exchange(url: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  socket.write(text);
  await once(socket, 'data');
  return socket;
}

/** The message of `createMock` for options. */
function toRefusal(options: unknown): string {
  try {
    createMock(options as MockOptions);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The problems of the options in this message. */
function toProblem(options: unknown): string {
  return toRefusal(options).replace('Failed to create a mock: ', '');
}

function inFile(file: string, text: string): string {
  return `Failed to use the configuration ${file}: ${text}`;
}

function onPort(port: string, host: string, text: string): string {
  return `Failed to listen on port ${port} of ${host}: ${text}`;
}
