import { expect, onTestFinished, test } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { serve } from '../src/adapters/express.ts';
import { bot, key } from './_setup.ts';
import { backfill, type Platform } from './clients/vibefollow-backfill.ts';
import { recreate } from './clients/yellow-recreate.ts';

const ways = {
  'in process': async (mock: Mock) => Promise.resolve({ baseUrl: '', fetchImpl: mock.fetch }),
  'over HTTP': async (mock: Mock) => {
    const server = await serve(mock);
    onTestFinished(async () => server.close());
    return { baseUrl: server.url, fetchImpl: fetch };
  },
};

test.each(Object.entries(ways))(
  'a backfill of 2,500 VibeFollow users by 1,000 delivers them, %s',
  async (_name, connect) => {
    const { mock, platform } = await start(connect, { vibefollow: { drainRate: 100, queueCapacity: 1500 } });
    const users = Array.from({ length: 2500 }, (_, index) => ({
      external_user_id: `usr_${index}`,
      email: index % 100 === 7 ? 'broken' : `user${index}@example.com`,
      traits: { plan: index % 2 === 0 ? 'free' : 'pro', index },
    }));

    const rejected = await backfill(users, platform);

    await mock.clock.advance(60_000);
    const good = users.filter(({ email }) => email !== 'broken');
    expect(rejected).toEqual(users.filter(({ email }) => email === 'broken'));
    expect(mock.vibefollow.project(key).users()).toMatchObject(
      good.map(({ external_user_id, email, traits: { plan, index } }) => ({
        external_user_id,
        email,
        plan,
        traits: { index },
      })),
    );
    expect(mock.vibefollow.project(key).userCount()).toBe(good.length);
    // Chunks of 1,000, 1,000 and 500; the last met a full queue once.
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
    const { mock, platform } = await start(connect, {});
    const before = Array.from({ length: 2500 }, (_, index) => ({ userId: `old ${index}/ü`, firstName: 'Old' }));
    await recreate(before, { ...platform, bot });
    expect(mock.yellow.bot(bot).userCount()).toBe(2500);

    const invalid = [3, 999, 1000, 2400];
    const after = Array.from({ length: 2500 }, (_, index) => ({
      userId: `new_${index}`,
      email: invalid.includes(index) ? 'broken' : `user${index}@example.com`,
      tier: index % 3,
    }));
    const refused = await recreate(after, { ...platform, bot });

    expect(refused).toEqual(invalid.map((index) => after[index]));
    expect(mock.yellow.bot(bot).users()).toMatchObject(
      after
        .filter(({ email }) => email !== 'broken')
        .map(({ userId, email, tier }) => ({
          userId: { value: userId, propertyType: 'System' },
          email: { value: email, propertyType: 'System' },
          tier: { value: tier, propertyType: 'Custom' },
        })),
    );
    // 2,500 deletions at 1,000 a minute had to wait twice.
    const limited = mock.journal.exchanges().filter(({ status }) => status === 429);
    expect(limited.map(({ operation }) => operation)).toEqual(['deleteUser', 'deleteUser']);
  },
);

type Connect = (mock: Mock) => Promise<Pick<Platform, 'baseUrl' | 'fetchImpl'>>;

async function start(connect: Connect, options: MockOptions): Promise<{ mock: Mock; platform: Platform }> {
  const mock = createMock({ clock: 'manual', ...options });
  const sleep = async (ms: number): Promise<void> => {
    await mock.clock.advance(ms);
    return Promise.resolve();
  };
  return { mock, platform: { ...(await connect(mock)), apiKey: key, sleep } };
}
