import assert from 'node:assert/strict';
import { setupServer } from 'msw/node';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import { sync } from './sync.ts';

const users = [{ external_user_id: 'usr_1', email: 'ada@example.com' }];

Deno.test('the sync delivers every user though the first attempt fails', async () => {
  const mock = createMock({ faults: [{ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } }] });
  const server = setupServer(...handlers(mock));
  server.listen({ onUnhandledRequest: 'error' });

  await sync(users);

  assert.ok(mock.verdicts({ expected: users }).passed);
  server.close();
});

Deno.test('the sync waits as it is told, in no time', async () => {
  const mock = createMock({
    clock: 'manual',
    faults: [{ on: { attempt: 1 }, fault: { status: 429, retryAfter: 30 } }],
  });
  mock.clock.autoAdvance(); // the clock of the mock jumps to the end of each wait

  await sync(users, { fetch: mock.fetch, sleep: mock.clock.sleep });

  assert.equal(mock.journal.exchanges().length, 2);
  assert.ok(mock.verdicts({ expected: users }).passed);
});
