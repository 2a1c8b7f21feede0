import { afterEach, beforeEach, vi } from 'vitest';
import { expect, test } from 'vf-mock/vitest';
import { sync } from './sync.ts';

beforeEach(() => {
  // Whoever sleeps is woken at once, at the time for which it asked.
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
