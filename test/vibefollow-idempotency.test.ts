import { expect, test } from 'vitest';
import { key, open, otherKey, read, throughEachAdapter } from './_setup.ts';

const once = { 'idempotency-key': '6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11' };
const day = 24 * 60 * 60 * 1000;

throughEachAdapter((open) => {
  test('the same key with the same request gets the first answer again and does no work', async () => {
    const { mock, vibefollow } = await open();
    const chunk = { users: [{ external_user_id: 'u' }, { external_user_id: '' }] };
    const first = await read(await vibefollow('/users/bulk', chunk, once));
    await mock.clock.advance(day - 1);
    expect(await read(await vibefollow('/users/bulk', chunk, once))).toEqual(first);
    expect(mock.vibefollow.project(key).user('u')).toMatchObject({ updatedAt: '2026-01-01T00:00:00.000Z' });
  });

  test('the same key with another body gets 422 and does no work', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users', { external_user_id: 'u' }, once);
    expect(await read(await vibefollow('/users', { external_user_id: 'v' }, once))).toEqual({
      status: 422,
      body: {
        errors: [
          {
            code: 'idempotency_key_reuse',
            message: 'This Idempotency-Key was used with another request',
            field: 'Idempotency-Key',
          },
        ],
      },
    });
    expect(mock.vibefollow.project(key).users()).toHaveLength(1);
  });
});

test('the same key at another endpoint is another request', async () => {
  const { vibefollow } = await open();
  const body = { external_user_id: 'u', name: 'x' };
  await vibefollow('/users', body, once);
  expect((await vibefollow('/events', body, once)).status).toBe(422);
});

test('a key is forgotten after 24 hours', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users', { external_user_id: 'u' }, once);
  await mock.clock.advance(day);
  expect((await vibefollow('/users', { external_user_id: 'v' }, once)).status).toBe(202);
});

test('each project remembers its own keys', async () => {
  const { vibefollow } = await open();
  await vibefollow('/users', { external_user_id: 'u' }, once);
  const other = { ...once, authorization: `Bearer ${otherKey}` };
  expect((await vibefollow('/users', { external_user_id: 'v' }, other)).status).toBe(202);
});

test('a request that was refused leaves its key unused', async () => {
  const { vibefollow } = await open();
  await vibefollow('/users', { external_user_id: '' }, once);
  expect((await vibefollow('/users', { external_user_id: 'u' }, once)).status).toBe(202);
});

test.each([
  ['1', 'it is no UUID'],
  ['job-17', 'it is no UUID'],
  ['6f1e6d1c-7a0b-1c52-9a57-0f3f6f7f2b11', 'it is a UUID of version 1'],
  ['6f1e6d1c-7a0b-7c52-9a57-0f3f6f7f2b11', 'it is a UUID of version 7'],
  ['6f1e6d1c-7a0b-4c52-ca57-0f3f6f7f2b11', 'its variant is not 8, 9, a or b'],
  ['{6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11}', 'it has more than the UUID'],
  ['urn:uuid:6f1e6d1c-7a0b-4c52-9a57-0f3f6f7f2b11', 'it has more than the UUID'],
  [`"${once['idempotency-key']}"`, 'it is in quotation marks'],
  [`${once['idempotency-key']}, ${once['idempotency-key']}`, 'there are several keys'],
  ['', 'it is empty'],
])('the key %j is refused, because %s', async (bad, problem) => {
  const { vibefollow } = await open();
  expect(await read(await vibefollow('/users', { external_user_id: 'u' }, { 'idempotency-key': bad }))).toEqual({
    status: 422,
    body: {
      errors: [
        {
          code: 'validation_failed',
          message: `Idempotency-Key must be a UUID of version 4, but ${problem}`,
          field: 'Idempotency-Key',
        },
      ],
    },
  });
});

test('re-use of a key gets 409 where VF-1 is switched', async () => {
  const { vibefollow } = await open({ vibefollow: { idempotencyReuse: 409 } });
  await vibefollow('/users', { external_user_id: 'u' }, once);
  expect(await read(await vibefollow('/users', { external_user_id: 'v' }, once))).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'idempotency_key_reuse' }] },
  });
});

test('a key is demanded where VF-2 is switched', async () => {
  const { vibefollow } = await open({ vibefollow: { idempotencyKey: 'required' } });
  const missing = { code: 'validation_failed', message: 'Idempotency-Key is required', field: 'Idempotency-Key' };
  const answer = await read(await vibefollow('/users/bulk', { users: [{ external_user_id: 'u' }] }));
  expect(answer).toEqual({ status: 422, body: { errors: [missing] } });
  expect((await vibefollow('/users', { external_user_id: 'u' }, once)).status).toBe(202);
});
