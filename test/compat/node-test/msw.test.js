import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setupServer } from 'msw/node';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import { sync } from './sync.js';

const mock = createMock();
const server = setupServer(...handlers(mock));
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
after(() => server.close());

test('one bad record does not keep the others from being stored', async () => {
  const { data } = await sync([{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' }]);

  assert.equal(data.accepted, 1);
  assert.deepEqual(data.errors, [{ index: 1, code: 'validation', message: 'Invalid email', field: 'email' }]);
});

test('a chunk that is refused is sent again', async () => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } });

  await sync([{ external_user_id: 'usr_1' }]);

  assert.deepEqual(
    mock.journal.exchanges().map(({ status }) => status),
    [503, 200],
  );
});
