import { expect, test } from 'vitest';
import { key, read, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('a user is taken and stored, its known traits beside the bag of the others', async () => {
    const { mock, vibefollow } = await open();
    const traits = { name: 'Ada', plan: 'pro', signupDate: '2026-01-01', company: 'AE', role: 'dev', colour: 'green' };
    const answer = await vibefollow('/users', { external_user_id: 'usr_1', email: 'ada@example.com', traits });
    expect(await read(answer)).toEqual({ status: 202, body: { data: { accepted: true } } });
    expect(mock.vibefollow.project(key).users()).toEqual([
      {
        external_user_id: 'usr_1',
        email: 'ada@example.com',
        name: 'Ada',
        plan: 'pro',
        signupDate: '2026-01-01',
        company: 'AE',
        role: 'dev',
        traits: { colour: 'green' },
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });

  test('an update merges traits and keeps what is not given', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users', {
      external_user_id: 'u',
      email: 'a@b.co',
      traits: { plan: 'free', colour: 'red', age: 1 },
    });
    await mock.clock.advance(60_000);
    await vibefollow('/users', { external_user_id: 'u', traits: { plan: 'pro', age: null } });
    expect(mock.vibefollow.project(key).user('u')).toEqual({
      external_user_id: 'u',
      email: 'a@b.co',
      plan: 'pro',
      traits: { colour: 'red', age: null },
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:01:00.000Z',
    });
  });

  test.each([
    [{}, 'external_user_id is required', 'external_user_id'],
    [{ external_user_id: '' }, 'external_user_id must be at least 1 character', 'external_user_id'],
    [{ external_user_id: 7 }, 'external_user_id must be a string', 'external_user_id'],
    [{ external_user_id: 'u', email: 'nobody' }, 'Invalid email', 'email'],
    [{ external_user_id: 'u', email: null }, 'email must be a string', 'email'],
    [{ external_user_id: 'u', traits: [] }, 'traits must be an object', 'traits'],
    [[], 'The body must be an object', undefined],
  ])('the invalid user %j gets 422 and is not stored', async (user, message, field) => {
    const { mock, vibefollow } = await open();
    const error = { code: 'validation_failed', message, ...(field && { field }) };
    expect(await read(await vibefollow('/users', user))).toEqual({ status: 422, body: { errors: [error] } });
    expect(mock.vibefollow.project(key).userCount()).toBe(0);
  });

  test('a bulk request takes the good records and lists each bad one', async () => {
    const { mock, vibefollow } = await open();
    const users = [
      { external_user_id: 'usr_1' },
      { external_user_id: '' },
      { external_user_id: 'usr_3', email: 'nope' },
      null,
      { external_user_id: 'usr_5' },
    ];
    expect(await read(await vibefollow('/users/bulk', { users }))).toEqual({
      status: 200,
      body: {
        data: {
          accepted: 2,
          rejected: 3,
          errors: [
            { index: 1, code: 'validation', message: 'external_user_id must be at least 1 character' },
            { index: 2, code: 'validation', message: 'Invalid email', field: 'email' },
            { index: 3, code: 'validation', message: 'The record must be an object' },
          ],
        },
        meta: { received: 5 },
      },
    });
    const stored = mock.vibefollow.project(key).users();
    expect(stored.map(({ external_user_id }) => external_user_id)).toEqual(['usr_1', 'usr_5']);
  });

  test('of the same id twice in one chunk both count and the later one wins (VF-9)', async () => {
    const { mock, vibefollow } = await open();
    const users = ['free', 'pro'].map((plan) => ({ external_user_id: 'u', traits: { plan } }));
    expect(await read(await vibefollow('/users/bulk', { users }))).toMatchObject({ body: { data: { accepted: 2 } } });
    expect(mock.vibefollow.project(key).users()).toMatchObject([{ external_user_id: 'u', plan: 'pro' }]);
  });

  test('unknown properties of a record are not stored (VF-10)', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users', { external_user_id: 'u', nickname: 'x' });
    expect(mock.vibefollow.project(key).user('u')).not.toHaveProperty('nickname');
  });

  test.each([
    [{}, 'users is required', 'users'],
    [{ users: 'all' }, 'users must be an array', 'users'],
    [{ users: [] }, 'users must have at least 1 item', 'users'],
    [{ users: Array.from({ length: 1001 }, () => ({})) }, 'users must have at most 1000 items', 'users'],
    [[{ external_user_id: 'u' }], 'The body must be an object', undefined],
  ])('a wrong envelope gets 400 (VF-3), as number %#', async (envelope, message, field) => {
    const { mock, vibefollow } = await open();
    const error = { code: 'validation_failed', message, ...(field && { field }) };
    expect(await read(await vibefollow('/users/bulk', envelope))).toEqual({ status: 400, body: { errors: [error] } });
    expect(mock.vibefollow.project(key).userCount()).toBe(0);
  });
});
