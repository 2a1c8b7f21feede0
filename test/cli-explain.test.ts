import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { post, run, start, useFiles, type Given } from './_cli.ts';

useFiles({ 'no-bodies.yaml': 'journalBodies: false' });

const users = ['a', '-5', '', '\u001b[31mred'].map((external_user_id) => ({ external_user_id }));
const story = 'attempt 1 of call 1 (bulkUpsertUsers, sk_live_…1111)';

/** The URL of a server with a chunk of users, one of which is rejected. */
async function startWithUsers(...args: readonly string[]): Promise<string> {
  const { url } = await start('--quiet', ...args);
  await post(`${url}/api/v1/users/bulk`, { users });
  return url;
}

/** The exit code and the output of `vf-mock explain`. */
async function explain(...given: Given): Promise<[number | null, string]> {
  const { code, stdout, stderr } = await run(...given).ended;
  return [code, stdout + stderr];
}

/** The URL of a server that is no vf-mock, and answers each request with this JSON. */
async function serveJson(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('explain tells what happened to a record, and names the requests that carried it', async () => {
  const url = await startWithUsers();
  const [code, text] = await explain('explain', 'a', '--url', url);
  expect([code, text.replace(/\d{4}-\S+Z/, '<time>')]).toEqual([
    0,
    `a is stored: ${story} succeeded.\n  <time>  bulkUpsertUsers, call 1, attempt 1: 200\n  Sent and stored: { "external_user_id": "a" }\n`,
  ]);
});

test('explain tells what was sent, what is stored, the difference, and undocumented names', async () => {
  const url = await startWithUsers();
  await post(`${url}/api/v1/users`, { external_user_id: 'a', emial: 'x', traits: { long: 'y'.repeat(400) } });
  const [, text] = await explain('explain', 'a', '--url', url);
  expect(
    text
      .replaceAll(/y{20,}/g, 'y…')
      .split('\n')
      .slice(3, -1),
  ).toEqual([
    '  Sent: { "external_user_id": "a", "emial": "x", "traits": { "long":',
    '    "y……',
    '  Stored: { "external_user_id": "a", "traits": { "long":',
    '    "y……',
    '  Different: emial is absent instead of "x"',
    '  Undocumented: emial',
  ]);
  expect((await explain('explain', '', '--url', url))[1]).toContain('  Sent: { "external_user_id": "" }\n');
});

test('without bodies explain tells what is stored', async () => {
  const url = await startWithUsers('--config', 'no-bodies.yaml');
  const [, text] = await explain('explain', 'a', '--url', url);
  expect(text).toContain('  Stored: { "external_user_id": "a", "traits": {} }\n');
});

test('explain finds an id that begins with a dash, an empty id, and an id that would colour a terminal', async () => {
  const url = `${await startWithUsers()}/`;
  expect(await explain('explain', '-5', '--url', url)).toEqual([0, expect.stringContaining('-5 is stored')]);
  expect(await explain({ VF_MOCK_URL: url }, 'explain', '--', '-5')).toEqual([
    0,
    expect.stringContaining('-5 is stored'),
  ]);
  expect(await explain('explain', '', '--url', url)).toEqual([
    0,
    expect.stringContaining('A record without an id was rejected in'),
  ]);
  const [, text] = await explain('explain', '\u001b[31mred', '--url', url);
  expect(text).toMatch(/^�\[31mred is stored/);
});

test('explain without an id prints the causes, in at most 80 columns', async () => {
  const url = await startWithUsers();
  const [code, text] = await explain('explain', '--url', url);
  expect([code, text]).toEqual([
    0,
    `Records: 4 sent (3 stored, 1 rejected).
  1 rejected: external_user_id must be at least 1 character (bulkUpsertUsers,
    sk_live_…1111)
      (no id)
`,
  ]);
});

test('a record that was not sent is exit code 1, and a misspelt tenant is named', async () => {
  const url = await startWithUsers();
  expect(await explain('explain', 'b', '--url', url)).toEqual([
    1,
    'No record with the id "b" was sent. 4 others were sent.\n',
  ]);
  for (const id of [['a'], []]) {
    const [code, text] = await explain('explain', ...id, '--url', url, '--tenant', 'typo');
    expect([code, text.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('No request of tenant "typo" was made. Tenants seen: sk_live_…1111'),
    ]);
  }
});

test('explain gives the admin token, and says when it is missing', async () => {
  const url = await startWithUsers('--admin-token', 'secret');
  expect(await explain('explain', 'a', '--url', url)).toEqual([
    2,
    `vf-mock: Failed to ask ${url}: Send the admin token as Authorization: Bearer <token>.\n`,
  ]);
  expect((await explain('explain', 'a', '--url', url, '--admin-token', 'secret'))[0]).toBe(0);
  const { ended } = run({ VF_MOCK_ADMIN_TOKEN: 'secret' }, 'explain', 'a', '--url', url);
  expect((await ended).code).toBe(0);
});

test.each([
  [200, '{}'],
  [200, '[]'],
  [200, '<html>'],
  [404, '{"errors":[{"code":"not_found"}]}'],
])('a server that answers %i with %s is no vf-mock', async (status, body) => {
  const url = await serveJson(status, body);
  for (const id of [['a'], []]) {
    expect(await explain('explain', ...id, '--url', url)).toEqual([
      2,
      `vf-mock: Failed to ask ${url}: it is no vf-mock, and answers ${status}.\n`,
    ]);
  }
});

test('a server that does not listen, and a URL with a path of an API, are exit code 2', async () => {
  const url = await startWithUsers();
  const [code, text] = await explain('explain', 'a', '--url', 'http://127.0.0.1:1');
  expect([code, text]).toEqual([
    2,
    expect.stringMatching(/^vf-mock: Failed to ask http:\/\/127\.0\.0\.1:1: .+--url\.\n$/),
  ]);
  expect((await explain('explain', 'a', '--url', `${url}/api/v1`))[0]).toBe(2);
});

test('a value that is no URL is refused with the name of its option or its variable', async () => {
  const advice = 'Give the URL of a server, such as http://127.0.0.1:4010.\n';
  expect(await explain('explain', '--url', 'ftp://x')).toEqual([2, expect.stringMatching(/--url.*ftp/)]);
  expect(await explain({ VF_MOCK_URL: 'localhost' }, 'explain')).toEqual([
    2,
    `vf-mock: VF_MOCK_URL is "localhost". ${advice}`,
  ]);
  const url = await startWithUsers();
  expect((await explain({ VF_MOCK_URL: '' }, 'explain', 'a', '--url', url))[0]).toBe(0);
});
