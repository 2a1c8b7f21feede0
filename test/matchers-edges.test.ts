import { expect, test } from 'vitest';
import 'vf-mock/vitest';
import { messageOf } from './_messages.ts';
import { key, open, otherKey } from './_setup.ts';

test('a long list of what is missing is cut', async () => {
  const { mock } = await open();
  const ids = Array.from({ length: 12 }, (_, index) => `usr_${index}`);
  const lines = messageOf(() => expect(mock).toHaveDelivered(ids)).split('\n');
  expect([lines.length, lines.at(-1)]).toEqual([12, '  and 2 others']);
});

test('a user that waits to be stored is not delivered as yet', async () => {
  const { mock, yellow } = await open({ clock: 'manual', yellow: { processingTime: 1000 } });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] });
  expect(messageOf(() => expect(mock).toHaveDelivered(['1001']))).toContain(
    '1001 was accepted in call 1 (bulkCreateUsers, x1640004486565), and is not stored yet',
  );
  expect(mock).toHaveKept('complete', { expected: ['1001'] });
  await mock.clock.advance(1000);
  expect(mock).toHaveDelivered(['1001']);
});

test('what a full journal has dropped is not taken for kept', async () => {
  const { mock, vibefollow } = await open({ journalLimit: 1 });
  await vibefollow('/users', { external_user_id: 'usr_1' });
  await vibefollow('/users', { external_user_id: 'usr_2' });
  const says = 'The matcher cannot decide: The journal was full and dropped 1 exchanges. Create the mock with a larger';
  for (const assertion of [
    () => expect(mock).toPassAllRules(),
    () => expect(mock).not.toPassAllRules(),
    () => expect(mock).toHaveKept('auth-in-header'),
    () => expect(mock).not.toHaveKept('auth-in-header'),
  ]) {
    expect(messageOf(assertion)).toContain(says);
  }
});

test('what was stored before the journal lost it is delivered, and what was never sent is not', async () => {
  const { mock, vibefollow } = await open({ journalLimit: 1 });
  await vibefollow('/users', { external_user_id: 'usr_1' });
  await vibefollow('/users', { external_user_id: 'usr_2' }, { authorization: `Bearer ${otherKey}` });
  expect(mock).toHaveDelivered(['usr_1', 'usr_2']);
  expect(mock).toHaveDelivered(['usr_1'], { tenant: key });
  expect(messageOf(() => expect(mock).toHaveDelivered(['usr_3']))).toContain('usr_3 was never sent');
  expect(messageOf(() => expect(mock).toHaveRetried(1, 0))).toContain('dropped 1 exchanges');
  expect(messageOf(() => expect(mock).toHaveDelivered([]))).toContain('The list of records is empty.');
});

test('no assertion shows a whole key', async () => {
  const { mock } = await open();
  expect(messageOf(() => expect(mock).toHaveRetried({ tenant: key }, 1))).toContain('"sk_test_…0000"');
});
