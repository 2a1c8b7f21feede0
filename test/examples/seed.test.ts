import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';

test('a sync leaves alone what it does not send', async () => {
  const mock = createMock();
  const bot = mock.yellow.bot('x1640004486565');
  bot.seed([{ userId: '1001', firstName: 'Asha', city: 'Pune' }]);
  const before = mock.snapshot();

  await sync(mock.fetch, [{ userId: '1001', city: 'Delhi' }]);
  expect(bot.user('1001')).toMatchObject({ firstName: { value: 'Asha' }, city: { value: 'Delhi' } });

  mock.restore(before);
  expect(bot.user('1001')).toMatchObject({ firstName: { value: 'Asha' }, city: { value: 'Pune' } });
});

function sync(fetchImpl: typeof fetch, users: object[]) {
  return fetchImpl('https://cloud.yellow.ai/cdp/api/v1/user/create-bulk?bot=x1640004486565', {
    method: 'POST',
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    body: JSON.stringify({ users }),
  });
}
