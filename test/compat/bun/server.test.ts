import { expect, test } from 'bun:test';
import { createMock } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { sync } from './sync.ts';

const users = [{ external_user_id: 'usr_1', email: 'ada@example.com' }];

test('users are stored though the answer is lost', async () => {
  const mock = createMock({ faults: [{ fault: { kind: 'reset', applied: true } }] });
  const server = await serve(mock);

  expect(sync(users, { baseUrl: server.url })).rejects.toThrow('closed unexpectedly');
  await server.close();

  expect(mock.vibefollow.project(`sk_test_${'0'.repeat(32)}`).userCount()).toBe(1);
});

test('the command serves until it is told to stop', async () => {
  await using server = Bun.spawn(['bun', 'run', '--bun', 'vf-mock', '--port', '0']);
  const { value: banner } = await server.stdout.getReader().read();
  const [baseUrl] = /http:\S+/.exec(new TextDecoder().decode(banner)) ?? [];

  expect(await sync(users, { baseUrl })).toMatchObject({ data: { accepted: 1 } });

  server.kill();
  expect(await server.exited).toBe(0);
});
