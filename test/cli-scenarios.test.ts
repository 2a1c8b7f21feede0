import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarios } from 'vf-mock';
import { headers, post, run, start, toLog, useFiles } from './_cli.ts';
import { bot } from './_setup.ts';

useFiles({
  'busy.yaml': 'seed: 7\nfaults:\n  - id: busy\n    on: { attempt: 1 }\n    fault: { status: 503, retryAfter: 2 }\n',
  'lost.json':
    '{ "seed": 8,\n  "faults": [{ "id": "lost", "on": { "attempt": 2 }, "fault": { "kind": "reset", "applied": true } }] }\n',
  'half.yaml': 'faults:\n  - { id: half, fault: { kind: truncate, applied: 1 } }\n',
  'broken.yaml': 'faults:\n  - on: {\n',
  'two.yaml': 'seed: 1\n---\nseed: 2\n',
  'kind.yaml': '# Two\nfaults:\n  - on:\n      attempt: 1\n    fault:\n      kind: tiemout\n',
  'status.yaml': 'faults:\n  - fault:\n      kind: status\n      retryAfter: 2\n      status: 200\n',
  'field.yaml': 'faults:\n  - on:\n      attempt: 1\n      attempts: 2\n    fault: { status: 503 }\n',
  'missing.yaml': 'faults:\n  - fault: { status: 500 }\n  - on: { attempt: 1 }\n',
  'alias.yaml':
    'faults:\n  - { on: &first { attempt: 0 }, fault: { status: 500 } }\n  - { on: *first, fault: { status: 500 } }\n',
  'endless.yaml': 'faults: &all [*all]\n',
  'number.json': '{\n  "faults": [\n    { "fault": { "kind": "slow", "ms": -1 } }\n  ]\n}\n',
  'list.yaml': '- on: { attempt: 1 }\n  fault: { status: 503 }\n',
});

const users = { users: [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2' }] };

test('vf-mock scenarios prints each with what it does and the options that a file would have', async () => {
  const { code, stdout, stderr } = await run('scenarios').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const printed = stdout
    .split(/^(?=\S)/m)
    .slice(0, -1)
    .map((block) => {
      const [, name, description = '', options = ''] = /^(\S+)\n(.*?)\n\n(.*)$/s.exec(block) ?? [];
      return { name, description: description.trim().replaceAll(/\s+/g, ' '), options: parse(options) as unknown };
    });
  expect(printed).toEqual(Object.entries(scenarios).map(([name, scenario]) => ({ name, ...scenario })));
  expect(stdout).toContain(
    '\n    faults:\n      - on: { attempt: 1 }\n        fault: { status: 429, retryAfter: 1 }\n',
  );
  expect(stdout).toMatch(/\nUse them with vf-mock --scenario <name>, .*\n$/);
});

test('--scenario puts a named scenario in force', async () => {
  const { url } = await start('--scenario', 'rate-limited');
  const answer = await post(`${url}/api/v1/users/bulk`, users);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await post(`${url}/api/v1/users/bulk`, users)).status).toBe(200);
});

test('a configuration, then scenarios in their order, then flags decide', async () => {
  const { url } = await start('-c', 'busy.yaml', '-s', 'lost.json', '--scenario', 'queue-full', '--clock', 'manual');
  const answer = await fetch(`${url}/__admin/options`);
  expect(await answer.json()).toMatchObject({
    seed: 8,
    clock: 'manual',
    faults: [{ id: 'busy' }, { id: 'lost' }],
    vibefollow: { queueCapacity: 5000, drainRate: 1000 },
  });
  const other = await start('--seed', '9', '-s', 'lost.json', '-s', 'busy.yaml');
  expect(await (await fetch(`${other.url}/__admin/options`)).json()).toMatchObject({
    seed: 9,
    faults: [{ id: 'lost' }, { id: 'busy' }],
  });
});

test('a line of the log names the rule that fired, and says what of the work was done', async () => {
  const files = ['busy.yaml', 'lost.json', 'half.yaml'].flatMap((file) => ['-s', file]);
  const { url, stop, ended } = await start(...files, '--clock', 'manual');
  await post(`${url}/api/v1/users/bulk`, users);
  await expect(post(`${url}/api/v1/users/bulk`, users)).rejects.toThrow('fetch failed');
  await post(`${url}/api/v1/users/bulk`, users);
  await post(`${url}/cdp/api/v1/user?bot=${bot}`, { userId: '1' }, { prefer: 'code=500' });
  stop();
  expect(toLog((await ended).stdout)).toEqual([
    '…   1.1 503      bulkUpsertUsers      2  told to wait 2 s, server_error, 0 ms, busy, sk_live_…1111',
    '…   1.2 reset    bulkUpsertUsers      2  work done, waited 0 ms of 2 s !, 0 ms, lost, sk_live_…1111',
    '…   1.3 truncate bulkUpsertUsers      2  1 of 2 done, waited 0 ms, 0 ms, half, sk_live_…1111',
    '…   1.1 500      addUser              1  This fault was asked for (500), 0 ms, prefer, x1640004486565',
  ]);
});

test('--admin-token asks of who controls the mock to send it, and of nobody else', async () => {
  const { url } = await start('--admin-token', 'opensesame');
  const ask = async (more = {}): Promise<number> => (await fetch(`${url}/__admin/options`, { headers: more })).status;
  expect([await ask(), await ask({ authorization: 'Bearer opensesame' })]).toEqual([403, 200]);
  expect((await fetch(`${url}/cdp/api/v1/user?bot=${bot}`, { headers })).status).toBe(200);
});

test.each<[string, string]>([
  [
    '-s rate-limted',
    `the scenario rate-limted: there is no such file. Did you mean "rate-limited"? Use one of ${Object.keys(scenarios).join(', ')}, or give the path of a YAML or JSON file.`,
  ],
  [
    '-s __proto__',
    `the scenario __proto__: there is no such file. Use one of ${Object.keys(scenarios).join(', ')}, or`,
  ],
  ['-s .', 'the scenario .: it is a directory. Give the path of a YAML or JSON file.'],
  [
    '-s outage -s broken.yaml',
    'the scenario broken.yaml: it is no YAML or JSON. Flow map in block collection must be sufficiently indented and end with a } at line 3, column 1.',
  ],
  ['-s two.yaml', 'the scenario two.yaml: it holds several YAML documents. Leave only one in it.'],
  [
    '-s kind.yaml',
    'the scenario kind.yaml, line 6: faults[0].fault: unknown kind "tiemout". Use one of status, reset, hang, ',
  ],
  ['-s status.yaml', 'the scenario status.yaml, line 5: faults[0].fault.status is 200; it must be 400 or more.'],
  [
    '-s field.yaml',
    'the scenario field.yaml, line 4: unknown option "faults[0].on.attempts". Did you mean "attempt"? Use one of api, operation, ',
  ],
  ['-s missing.yaml', 'the scenario missing.yaml, line 3: faults[1] is {"on":{"attempt":1}}: fault is required.'],
  [
    '-s alias.yaml',
    'the scenario alias.yaml, line 2: faults[0].on.attempt is 0, which is not this: a number, a list of numbers, ',
  ],
  ['-s endless.yaml', 'the scenario endless.yaml: its options are nested without end.'],
  ['-s number.json', 'the scenario number.json, line 3: faults[0].fault.ms is -1; it must be 0 or more.'],
  [
    '-s list.yaml',
    'the scenario list.yaml, line 1: the options object is [{"on":{"attempt":1},"fault":{"status":503}}]; it must be an object.',
  ],
  [
    '-s busy.yaml -s busy.yaml',
    'the scenario busy.yaml: rule 2: there is a rule with the id "busy" already. Use another, or none.',
  ],
  ['-c status.yaml', 'the configuration status.yaml, line 5: faults[0].fault.status is 200; it must be 400 or more.'],
])('vf-mock %s is refused in one line with the file, the line and what is allowed', async (args, problem) => {
  const { code, stdout, stderr } = await run(...args.split(' ')).ended;
  expect({ code, stdout, lines: stderr.split('\n') }).toEqual({
    code: 2,
    stdout: '',
    lines: [expect.stringMatching(/\.$/), ''],
  });
  expect(stderr).toContain(`vf-mock: Failed to use ${problem}`);
});

test.each([
  ['--scenario', "option '-s, --scenario <name>' argument missing. See vf-mock --help."],
  ['--admin-token', "option '--admin-token <token>' argument missing. See vf-mock --help."],
  ['--admin-token=', 'Failed to use --admin-token: adminToken is hidden here; it must be at least 1 character.'],
  ['scenarios outage', "too many arguments for 'scenarios'. Expected 0 arguments but got 1."],
])('vf-mock %s is refused', async (args, line) => {
  expect(await run(...args.split(' ')).ended).toEqual({ code: 2, stdout: '', stderr: `vf-mock: ${line}\n` });
});
