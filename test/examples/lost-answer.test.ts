import { expect, test } from 'vitest';
import { createMock, type FaultRule } from 'vf-mock';

test('an answer that is lost after the work leads to no double event', async () => {
  const lost: FaultRule = { on: { record: 'usr_7', attempt: 1 }, fault: { kind: 'reset', applied: true } };
  const mock = createMock({ clock: 'manual', faults: [lost] });
  mock.clock.autoAdvance(); // the client waits on the clock of the mock
  const key = `sk_test_${'0'.repeat(32)}`;
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
  };
  const body = JSON.stringify({ external_user_id: 'usr_7', name: 'trial_started' });

  const send = () => mock.fetch('https://api.vibefollow.com/api/v1/events', { method: 'POST', headers, body });
  await expect(send()).rejects.toThrow('fetch failed');
  await mock.clock.sleep(500);
  expect((await send()).status).toBe(202);

  expect(mock.vibefollow.project(key).bufferedEvents()).toHaveLength(1);
  expect(mock.journal.exchanges()).toMatchObject([
    { attempt: 1, fault: 'fault-1', applied: true, broken: 'reset' },
    { attempt: 2, status: 202 },
  ]);
});
