import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock, type MockOptions } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { bot, key } from './_setup.ts';
import type { Settings } from './clients/transport.ts';
import { backfill } from './clients/vibefollow.ts';
import { deleteUsers, importUsers } from './clients/yellow.ts';

const ways = {
  'in process': async (mock: Mock) => Promise.resolve({ baseUrl: '', fetch: mock.fetch }),
  'over HTTP': async (mock: Mock) => {
    const server = await serve(mock);
    onTestFinished(async () => server.close());
    return { baseUrl: server.url, fetch };
  },
};

test.each(Object.entries(ways))(
  'a backfill of 2,500 VibeFollow users by 1,000 delivers them, %s',
  async (_name, connect) => {
    const { mock, settings } = await start(connect, { vibefollow: { drainRate: 100, queueCapacity: 1500 } });
    const users = Array.from({ length: 2500 }, (_, index) => ({
      external_user_id: `usr_${index}`,
      email: index % 100 === 7 ? 'broken' : `user${index}@example.com`,
      traits: { plan: index % 2 === 0 ? 'free' : 'pro', index },
    }));

    const rejected = await backfill('users', users, settings);

    await mock.clock.advance(60_000);
    const good = users.filter(({ email }) => email !== 'broken');
    expect(rejected.map(({ record }) => record)).toEqual(users.filter(({ email }) => email === 'broken'));
    expect(mock.vibefollow.project(key).users()).toMatchObject(
      good.map(({ external_user_id, email, traits: { plan, index } }) => ({
        external_user_id,
        email,
        plan,
        traits: { index },
      })),
    );
    expect(mock.vibefollow.project(key).userCount()).toBe(good.length);
    // The chunks have 1,000, 1,000 and 500 users. The last one met a full queue once.
    expect(mock.journal.exchanges().map(({ status, records }) => [status, records])).toEqual([
      [200, 1000],
      [200, 1000],
      [429, 500],
      [200, 500],
    ]);
  },
);

test.each(Object.entries(ways))(
  '2,500 Yellow users are listed, deleted and created again, %s',
  async (_name, connect) => {
    const { mock, settings } = await start(connect, {});
    const before = Array.from({ length: 2500 }, (_, index) => ({ userId: `old ${index}/ü`, firstName: 'Old' }));
    await importUsers(before, { ...settings, bot });
    expect(mock.yellow.bot(bot).userCount()).toBe(2500);

    const invalid = [3, 999, 1000, 2400];
    const after = Array.from({ length: 2500 }, (_, index) => ({
      userId: `new_${index}`,
      email: invalid.includes(index) ? 'broken' : `user${index}@example.com`,
      tier: index % 3,
    }));
    await deleteUsers({ ...settings, bot });
    const refused = await importUsers(after, { ...settings, bot });

    expect(refused.map(({ record }) => record)).toEqual(invalid.map((index) => after[index]));
    expect(mock.yellow.bot(bot).users()).toMatchObject(
      after
        .filter(({ email }) => email !== 'broken')
        .map(({ userId, email, tier }) => ({
          userId: { value: userId, propertyType: 'System' },
          email: { value: email, propertyType: 'System' },
          tier: { value: tier, propertyType: 'Custom' },
        })),
    );
    // With 1,000 deletions a minute, 2,500 deletions must wait twice.
    const limited = mock.journal.exchanges().filter(({ status }) => status === 429);
    expect(limited.map(({ operation }) => operation)).toEqual(['deleteUser', 'deleteUser']);
  },
);

type Connect = (mock: Mock) => Promise<Pick<Settings, 'baseUrl' | 'fetch'>>;

async function start(connect: Connect, options: MockOptions): Promise<{ mock: Mock; settings: Settings }> {
  const mock = createMock({ clock: 'manual', ...options });
  const { now, advance: sleep } = mock.clock;
  return { mock, settings: { ...(await connect(mock)), apiKey: key, now, sleep } };
}
