import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createMock } from 'vf-mock';
import { matchers } from 'vf-mock/jest';
import { sync } from './sync.js';

expect.extend(matchers);

beforeEach(() => {
  // Waits take no time: the fake clock jumps to the end of each wait.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  jest.setTimerTickMode({ mode: 'nextAsync' });
});
afterEach(() => jest.useRealTimers());

test('the sync waits as it is told, in no time', async () => {
  const mock = createMock();
  mock.faults.add({ on: { attempt: '<=3' }, fault: { status: 429, retryAfter: 60 } });

  await sync([{ external_user_id: 'usr_1' }], { fetch: mock.fetch });

  expect(mock).toHaveRetried(1, 3);
  expect(mock).toHaveHonoredRetryAfter();
});
