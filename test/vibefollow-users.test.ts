import { expect, test } from 'vitest';
import { key, read, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('a user is taken and stored, its known traits beside the bag of the others', async () => {
    const { mock, vibefollow } = await open();
    const traits = { name: 'Ada', plan: 'pro', colour: 'green' };
    const answer = await vibefollow('/users', { external_user_id: 'usr_1', email: 'ada@example.com', traits });
    expect(await read(answer)).toEqual({ status: 202, body: { data: { accepted: true } } });
    expect(mock.vibefollow.project(key).users()).toEqual([
      {
        external_user_id: 'usr_1',
        email: 'ada@example.com',
        name: 'Ada',
        plan: 'pro',
        traits: { colour: 'green' },
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
    ]);
  });
});
