import { expect, test } from 'vitest';
import { createMock, type Mock } from 'vf-mock';
import { certify } from 'vf-mock/certify';
import { matchers } from 'vf-mock/vitest';
import { askWrong } from './_admin.ts';
import { run, useFiles } from './_cli.ts';
import { messageOf } from './_messages.ts';
import { bot, open } from './_setup.ts';

useFiles({ 'wrong.yaml': 'faults:\n  - fualt: { status: 503 }\n' });

/** A call of a mock with a misspelt name, the name, and what was meant. */
const misspelt: [what: string, misspelt: string, meant: string, use: (mock: Mock) => unknown][] = [
  ['an option', 'journalLimt', 'journalLimit', () => createMock({ journalLimt: 1 } as object)],
  [
    'an option of an API',
    'yellow.rateWindw',
    'rateWindow',
    () => createMock({ yellow: { rateWindw: 'fixed' } } as object),
  ],
  ['a value', 'manal', 'manual', () => createMock({ clock: 'manal' as 'manual' })],
  [
    'a part of a rate limit',
    'yellow.rateLimits.addUser.request',
    'requests',
    () => createMock({ yellow: { rateLimits: { addUser: { request: 1, windowSeconds: 1 } } } } as object),
  ],
  ['a status', 'fault.staus', 'status', (mock) => mock.faults.add({ fault: { staus: 503 } } as never)],
  ['a kind', 'fault.kid', 'kind', (mock) => mock.faults.add({ fault: { kid: 'reset' } } as never)],
  ['the kind', 'rest', 'reset', (mock) => mock.faults.add({ fault: { kind: 'rest' } } as never)],
  ['the fault', 'fualt', 'fault', (mock) => mock.faults.add({ fualt: { status: 503 } } as never)],
  [
    'a field of a fault',
    'fault.retryAftr',
    'retryAfter',
    (mock) => mock.faults.add({ fault: { status: 503, retryAftr: 1 } } as never),
  ],
  [
    'a date',
    'fault.retryAfter.dat',
    'date',
    (mock) => mock.faults.add({ fault: { status: 503, retryAfter: { dat: 1 } } } as never),
  ],
  ['the milliseconds', 'fault.m', 'ms', (mock) => mock.faults.add({ fault: { kind: 'slow', m: 5 } } as never)],
  [
    'a selector',
    'on.atempt',
    'attempt',
    (mock) => mock.faults.add({ on: { atempt: 1 }, fault: { status: 503 } } as never),
  ],
  [
    'an operation',
    'bulkUpsertUser',
    'bulkUpsertUsers',
    (mock) => mock.faults.add({ on: { operation: 'bulkUpsertUser' }, fault: { status: 503 } } as never),
  ],
  ['a scenario', 'flakey', 'flaky', (mock) => mock.use('flakey' as 'flaky')],
  ['an option of use', 'tennant', 'tenant', (mock) => mock.use('flaky', { tennant: bot } as object)],
  [
    'a scenario of options',
    'falts',
    'faults',
    (mock) => mock.use({ description: '', options: { falts: [] } as object }),
  ],
  ['a journal filter', 'recrd', 'record', (mock) => mock.journal.exchanges({ recrd: 'a' } as object)],
  ['a filter of stored users', 'recrd', 'record', (mock) => mock.stored({ recrd: 'a' } as object)],
  ['an option of verdicts', 'maxAttemts', 'maxAttempts', (mock) => mock.verdicts({ maxAttemts: 1 } as object)],
  ['an option of coverage', 'tenent', 'tenant', (mock) => mock.coverage({ tenent: bot } as object)],
  [
    'a property of a state',
    'vibefolow',
    'vibefollow',
    (mock) => mock.restore({ version: 1, vibefolow: {}, yellow: {} } as never),
  ],
  ['a rule', 'complte', 'complete', (mock) => matchers.toHaveKept.call({}, mock, 'complte' as 'complete')],
  [
    'an option of toHaveKept',
    'tennant',
    'tenant',
    (mock) => matchers.toHaveKept.call({}, mock, 'complete', { tennant: bot } as object),
  ],
  [
    'an option of toPassAllRules',
    'expcted',
    'expected',
    (mock) => matchers.toPassAllRules.call({}, mock, { expcted: [] } as never),
  ],
  [
    'an option of toHaveDelivered',
    'tennant',
    'tenant',
    (mock) => matchers.toHaveDelivered.call({}, mock, ['a'], { tennant: bot } as never),
  ],
  [
    'a filter of toHaveRetried',
    'operaton',
    'operation',
    (mock) => matchers.toHaveRetried.call({}, mock, { operaton: 'addUser' } as never, 1),
  ],
];

test.each(misspelt)('%s is named, with the right name', (_what, name, meant, use) => {
  const message = messageOf(() => void use(createMock()));
  expect(message).toContain(`"${name}"`);
  expect(message).toContain(`Did you mean "${meant}"?`);
});

test.each<[what: string, problem: string, use: (mock: Mock) => unknown]>([
  [
    'a fault without a kind',
    'fault: it has "connection", but it needs a status or a kind.',
    (mock) => mock.faults.add({ fault: { connection: 'down' } } as never),
  ],
  ['a tenant', 'Failed to take a snapshot: the tenant is no text.', (mock) => mock.snapshot({ tenant: bot } as never)],
  ['a project', 'Failed to find a project: its key is no text.', (mock) => mock.vibefollow.project(undefined as never)],
  ['a bot', 'Failed to find a bot: its id is no text.', (mock) => mock.yellow.bot(7 as never)],
  ['a limit', 'maxAttempts is "3". Use a number', (mock) => mock.verdicts({ maxAttempts: '3' } as never)],
])('%s of the wrong kind is named', (_what, problem, use) => {
  expect(messageOf(() => void use(createMock()))).toContain(problem);
});

test.each([
  ['GET', '/verdict', '/__admin/verdicts'],
  ['GET', '/journl', '/__admin/journal'],
  ['POST', '/scenarios/flakey', 'flaky'],
  ['GET', '/calls?atempt=1', 'attempt'],
  ['DELETE', '/faults?tenent=a', 'tenant'],
])('%s %s is refused with a hint', async (method, path, meant) => {
  expect(await askWrong(await open(), path.includes('?') ? 400 : 404, method, path)).toEqual([
    expect.stringContaining(`Did you mean "${meant}"?`),
  ]);
});

test.each([
  ['certfy', 'certify'],
  ['scenario', 'scenarios'],
  ['--prot 1', '--port'],
  ['--clock manul', 'manual'],
  ['--log cals', 'calls'],
  ['--scenario outge', 'outage'],
  ['--config wrong.yaml', 'fault'],
  ['certify --api yelow -- true', 'yellow'],
  ['certify --api yellow --only retrry/ -- true', 'retry/'],
  ['certify --list --only stop/041', 'stop/401'],
  ['certify --api yellow --report jnuit=a.xml -- true', 'junit'],
  ['certify --api yellow --format jsn -- true', 'json'],
  ['contract --api yelow --upstream http://127.0.0.1:1', 'yellow'],
  ['records --api yelow', 'yellow'],
  ['records --format cvs', 'csv'],
])('vf-mock %s is refused with a hint', async (command, meant) => {
  const { code, stderr } = await run(...command.split(' ')).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`Did you mean (the command )?"?${meant}"?\\?`));
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.each([
  [{ ony: ['retry/'] }, 'only'],
  [{ api: 'yelow' }, 'yellow'],
  [{ format: 'jsn' }, 'json'],
  [{ only: ['backof/'] }, 'backoff/'],
])('certify with %j is refused with a hint', async (wrong, meant) => {
  const options = { api: 'yellow', client: async () => Promise.resolve(), ...wrong } as never;
  await expect(certify(options)).rejects.toThrow(`Did you mean "${meant}"?`);
});

test('a name like no other gets no hint', () => {
  expect(messageOf(() => createMock({ zebra: 1 } as object))).toContain('unknown option "zebra". Use one of seed');
});
