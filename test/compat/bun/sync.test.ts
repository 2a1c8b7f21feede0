import { afterAll, afterEach, beforeAll, expect, test } from 'bun:test';
import { setupServer } from 'msw/node';
import { createMock } from 'vf-mock';
import { matchers, type MockMatchers } from 'vf-mock/jest';
import { handlers } from 'vf-mock/msw';
import { sync } from './sync.ts';

declare module 'bun:test' {
  interface Matchers<T> extends MockMatchers<void> {}
}

expect.extend(matchers);

const users = [{ external_user_id: 'usr_1', email: 'ada@example.com' }];

const mock = createMock();
const server = setupServer(...handlers(mock));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

test('the sync delivers every user though the first attempt fails', async () => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } });

  await sync(users);

  expect(mock).toHaveDelivered(users);
  expect(mock).toPassAllRules({ expected: users });
});

test('the sync waits as it is told, in no time', async () => {
  const mock = createMock({
    clock: 'manual',
    faults: [{ on: { attempt: 1 }, fault: { status: 429, retryAfter: 30 } }],
  });
  mock.clock.autoAdvance(); // the clock of the mock jumps to the end of each wait

  await sync(users, { fetch: mock.fetch, sleep: mock.clock.sleep });

  expect(mock).toHaveRetried(1, 1);
  expect(mock).toHaveHonoredRetryAfter();
});
