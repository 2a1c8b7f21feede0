import assert from 'node:assert/strict';
import { createMock } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { sync } from './sync.ts';

const users = [{ external_user_id: 'usr_1', email: 'ada@example.com' }];

Deno.test('users are stored though the answer is lost', async () => {
  const mock = createMock({ faults: [{ fault: { kind: 'reset', applied: true } }] });
  const server = await serve(mock);

  await assert.rejects(sync(users, { baseUrl: server.url }), TypeError);
  await server.close();

  assert.equal(mock.vibefollow.project(`sk_test_${'0'.repeat(32)}`).userCount(), 1);
});

Deno.test('the command serves until it is told to stop', async () => {
  await using server = new Deno.Command('deno', {
    args: ['run', '--allow-all', 'npm:vf-mock', '--port', '0'],
    stdout: 'piped',
  }).spawn();
  const { value: banner } = await server.stdout.getReader().read();
  const [baseUrl] = /http:\S+/.exec(new TextDecoder().decode(banner)) ?? [];

  assert.match(JSON.stringify(await sync(users, { baseUrl })), /"accepted":1/);

  server.kill('SIGTERM');
  assert.equal((await server.status).code, 0);
});
