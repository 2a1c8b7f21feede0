import { request } from 'node:http';
import { expect, test } from 'vitest';
import { run, useFiles, type Given } from './_cli.ts';

useFiles({
  'token.yaml': 'seed: 7\nadminToken: fromfile\n',
  'blank.yaml': "seed: 7\nadminToken: ' '\n",
  'hosts.yaml': 'allowedHosts: [mock.test]\n',
  'wild.yaml': "seed: 7\nallowedHosts:\n  - mock\n  - '*.test'\n",
});

const variable = 'VF_MOCK_ADMIN_TOKEN';

/** Runs the server, and returns the status of a question with this token and for this host. */
async function serve(...given: Given): Promise<(token: string, host?: string) => Promise<number>> {
  const [, url = ''] = await run(...given).printed(/^curl -i (\S+)\/api\/v1\/users\/bulk .*\n/m);
  return async (token, host = 'localhost') =>
    new Promise((resolve) => {
      const headers = { host, ...(token !== '' && { authorization: `Bearer ${token}` }) };
      request(`${url}/__admin/options`, { headers }, (answer) => {
        resolve(answer.resume().statusCode ?? 0);
      }).end();
    });
}

test.each<[string, Given, string]>([
  ['the environment', [{ [variable]: 'fromenv' }, '-p0'], 'fromenv'],
  ['the option before the environment', [{ [variable]: 'fromenv' }, '-p0', '--admin-token', 'fromline'], 'fromline'],
  ['the environment before the file', [{ [variable]: 'fromenv' }, '-p0', '-c', 'token.yaml'], 'fromenv'],
  ['the file, if the variable is empty', [{ [variable]: '' }, '-p0', '-c', 'token.yaml'], 'fromfile'],
])('the token comes from %s', async (_name, given, token) => {
  const ask = await serve(...given);
  const others = ['fromenv', 'fromline', 'fromfile', ''].filter((one) => one !== token);
  expect(await ask(token, 'evil.example')).toBe(200);
  for (const other of others) expect(await ask(other)).toBe(403);
});

test('with an empty variable and no other token, only this machine gets in', async () => {
  const ask = await serve({ [variable]: '' }, '-p0');
  expect([await ask(''), await ask('', 'evil.example')]).toEqual([200, 403]);
});

test('--allow-host names hosts, in place of those of the file', async () => {
  const ask = await serve('-p0', '-c', 'hosts.yaml', '--allow-host', 'mock', '--allow-host', 'devbox.test');
  const hosts = ['mock:4010', 'devbox.test', 'localhost', 'mock.test', 'evil.example'];
  expect(await Promise.all(hosts.map(async (host) => ask('', host)))).toEqual([200, 200, 200, 403, 403]);
  expect(await (await serve('-p0', '-c', 'hosts.yaml'))('', 'mock.test')).toBe(200);
});

const form = 'visible ASCII characters without blanks, since a header has to carry it.';
const hostForm = 'a host name such as mock or mock.test, without scheme, port and wildcard.';

test.each<[Given, string]>([
  [['--admin-token', ' '], `use --admin-token: adminToken is hidden here; it must be ${form}`],
  [['--admin-token', 'tökén'], `use --admin-token: adminToken is hidden here; it must be ${form}`],
  [[{ [variable]: 'two\nlines' }, '-q'], `use ${variable}: adminToken is hidden here; it must be ${form}`],
  [[{ [variable]: 'tail ' }, 'explain'], `use ${variable}: adminToken is hidden here; it must be ${form}`],
  [['explain', '--admin-token', 'tökén'], `use --admin-token: adminToken is hidden here; it must be ${form}`],
  [['-c', 'blank.yaml'], `use the configuration blank.yaml, line 2: adminToken is hidden here; it must be ${form}`],
  [['--allow-host', 'http://mock'], `create a mock: allowedHosts[0] is "http://mock"; it must be ${hostForm}`],
  [['-c', 'wild.yaml'], `use the configuration wild.yaml, line 4: allowedHosts[1] is "*.test"; it must be ${hostForm}`],
])('vf-mock %j is refused, and repeats no token', async (given, problem) => {
  expect(await run(...given).ended).toEqual({ code: 2, stdout: '', stderr: `vf-mock: Failed to ${problem}\n` });
});
