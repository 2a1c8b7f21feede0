import { afterEach, beforeEach, vi } from 'vitest';
import { expect, test } from 'vf-mock/vitest';
import { sync } from './sync.ts';

beforeEach(() => {
  // Waits take no time: the fake clock jumps to the end of each wait.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setTimerTickMode('nextTimerAsync');
});
afterEach(() => vi.useRealTimers());

test('the sync waits as it is told, in no time', async ({ mock }) => {
  mock.faults.add({ on: { attempt: '<=3' }, fault: { status: 429, retryAfter: 60 } });

  await sync([{ external_user_id: 'usr_1' }]);

  expect(mock).toHaveRetried(1, 3);
  expect(mock).toHaveHonoredRetryAfter();
});
