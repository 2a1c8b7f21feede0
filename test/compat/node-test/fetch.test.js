import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock } from 'vf-mock';
import { sync } from './sync.js';

test('a chunk that is refused is sent again when it may be', async () => {
  const mock = createMock({
    clock: 'manual',
    faults: [{ on: { attempt: 1 }, fault: { status: 429, retryAfter: 30 } }],
  });
  mock.clock.autoAdvance(); // the clock of the mock jumps to the end of each wait
  const users = [{ external_user_id: 'usr_1', email: 'ada@example.com' }];

  await sync(users, { fetch: mock.fetch, sleep: mock.clock.sleep });

  assert.deepEqual(
    mock.journal.exchanges().map(({ status }) => status),
    [429, 200],
  );
  assert.ok(mock.verdicts({ expected: users }).passed);
});
