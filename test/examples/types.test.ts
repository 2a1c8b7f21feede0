import { setupServer } from 'msw/node';
import createClient from 'openapi-fetch';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from 'vf-mock';
import { handlers } from 'vf-mock/msw';
import type { vibefollow, yellow } from 'vf-mock/types';

const bad: vibefollow.RecordError = { index: 1, code: 'validation', message: 'Invalid email', field: 'email' };

test('a typed client pushes users through mock.fetch', async () => {
  const client = createClient<vibefollow.paths>({
    baseUrl: 'https://api.vibefollow.com',
    headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}` },
    fetch: createMock().fetch,
  });
  const users: vibefollow.UserRecord[] = [
    { external_user_id: 'usr_1' },
    { external_user_id: 'usr_2', email: 'nobody' },
  ];
  const { data, error } = await client.POST('/api/v1/users/bulk', { body: { users } });
  if (error) throw new Error(error.errors[0]?.message); // an ErrorBody
  expect(data.data.errors).toEqual([bad]); // a BulkResult
});

test('a typed client pushes users through MSW', async () => {
  const server = setupServer(...handlers(createMock()));
  server.listen({ onUnhandledRequest: 'error' });
  onTestFinished(() => server.close());

  const client = createClient<yellow.paths>({ baseUrl: 'https://cloud.yellow.ai', headers: { 'x-api-key': 'any' } });
  const query = { bot: 'x1640004486565' };
  const users: yellow.UserRecord[] = [{ userId: '1001', firstName: 'Asha' }];
  const started = await client.POST('/cdp/api/v1/user/create-bulk', { params: { query }, body: { users } });
  const id = started.data?.data ?? '';
  const { data } = await client.GET('/cdp/api/v1/user/create-bulk', { params: { query: { ...query, id } } });
  expect(toNewUsers(data?.data)).toEqual(['1001']);
});

function toNewUsers(creation?: yellow.BulkCreation): string[] {
  return Object.keys(creation?.result.newUsers ?? {});
}
