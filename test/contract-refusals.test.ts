import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { run, useFiles } from './_cli.ts';

useFiles({});

test.each([
  ['', "required option '--api <name>' not specified. See vf-mock --help."],
  [
    '--api slack --upstream http://127.0.0.1:1',
    "option '--api <name>' argument 'slack' is invalid. Use one of vibefollow, yellow.",
  ],
  ['--api yellow', "required option '--upstream <url>' not specified. See vf-mock --help."],
  ['--api yellow --upstream here', 'Failed to check here: it is no URL. Give one such as http://127.0.0.1:4010.'],
  ['--api yellow --upstream ftp://127.0.0.1', 'Failed to check ftp://127.0.0.1: it is no URL of http or https.'],
  [
    '--api yellow --upstream http://me:secret@127.0.0.1:1',
    'Failed to check http://…@127.0.0.1:1: its URL has credentials. Put them into environment variables.',
  ],
  [
    '--api yellow --upstream ftp://me:secret@127.0.0.1',
    'Failed to check ftp://…@127.0.0.1: its URL has credentials. Put them into environment variables.',
  ],
  [
    '--api yellow --upstream http://127.0.0.1:1/?bot=x',
    'Failed to check http://127.0.0.1:1/?…: a base URL has neither query nor fragment.',
  ],
  [
    '--api yellow --upstream https://staging.example',
    'Failed to check https://staging.example: it is not on this machine, and the requests create and delete users. Add --yes to send them.',
  ],
  [
    '--api yellow --upstream https://localhost.example',
    'Failed to check https://localhost.example: it is not on this machine, and the requests create and delete users. Add --yes to send them.',
  ],
  [
    '--api yellow --upstream https://staging.example --yes',
    'Failed to check yellow: the environment variable YELLOW_API_KEY is not set. Set it to the value of a sandbox.',
  ],
  [
    '--api vibefollow --upstream http://127.0.0.1:1 --read-only',
    'Failed to check vibefollow read-only: all of its operations change something, so there is nothing to send.',
  ],
  ['--api yellow --upstream http://127.0.0.1:1', 'Failed to reach http://127.0.0.1:1: fetch does not go to this port.'],
  [
    '--api yellow --upstream http://127.0.0.1:1 --timeout 0',
    "option '--timeout <seconds>' argument '0' is invalid. Use a number of seconds, more than 0 and at most 3600.",
  ],
  [
    '--api yellow --upstream http://127.0.0.1:1 --report html=x',
    "option '--report <kind=file>' argument 'html=x' is invalid. Give what to write and where, such as junit=contract.xml; there are json and junit.",
  ],
  [
    '--api yellow --upstream http://127.0.0.1:1 --report json=no/such/folder/x.json',
    'Failed to use the report no/such/folder/x.json: its directory does not exist. Create it, or give another file.',
  ],
  [
    '--api yellow --upstream http://127.0.0.1:1 --report junit=.',
    'Failed to use the report .: it is a directory. Give the path of a file.',
  ],
])('vf-mock contract %s says in one line what is wrong, and exits 2', async (args, message) => {
  const { code, stdout, stderr } = await run('contract', ...args.split(' ').filter(Boolean)).ended;
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `vf-mock: ${message}\n` });
});

test('a server that is down is one line', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  const { code, stdout, stderr } = await run('contract', '--api', 'yellow', '--upstream', `http://127.0.0.1:${port}/v1`)
    .ended;
  expect(stderr).toBe(`vf-mock: Failed to reach http://127.0.0.1:${port}/v1: nothing listens there.\n`);
  expect([code, stdout]).toEqual([2, '']);
});

test('a server that redirects is not followed with the key', async () => {
  const server = createServer((_request, response) =>
    response.writeHead(301, { location: 'https://other.example/' }).end(),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, stderr } = await run('contract', '--api', 'yellow', '--upstream', url).ended;
  expect(stderr).toBe(`vf-mock: Failed to reach ${url}: it redirects to https://other.example/. Use that URL.\n`);
  expect(code).toBe(2);
});
