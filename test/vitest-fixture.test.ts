import { describe } from 'vitest';
import { expect, test } from 'vf-mock/vitest';
import type { MockRequest } from 'vf-mock';
import { bot, key } from './_setup.ts';

const url = 'https://api.vibefollow.com/api/v1/users';

async function upsert(id: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ external_user_id: id });
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

describe('the fixture', () => {
  test('answers whatever a test sends to the hosts of the vendors', async ({ mock }) => {
    expect(await upsert('usr_1')).toBe(202);
    const list = `https://r5.cloud.yellow.ai/cdp/api/v1/user?bot=${bot}`;
    expect((await fetch(list, { headers: { 'x-api-key': 'any' } })).status).toBe(200);
    expect(mock).toHaveDelivered(['usr_1']);
  });

  test('gives each test a mock of its own', async ({ mock }) => {
    expect(mock.journal.exchanges()).toEqual([]);
    await upsert('usr_2');
    expect(mock.vibefollow.project(key).users()).toHaveLength(1);
  });

  // The fixture fails this test after its body has ended.
  test.fails('fails a test in which the mock itself had a bug', async ({ mock }) => {
    expect(await mock.handle(toTrap())).toMatchObject({ status: 500 });
  });

  test.fails('fails it too where the journal was cleared since', async ({ mock }) => {
    await mock.handle(toTrap());
    expect(mock.journal.exchanges()[0]?.bug).toContain('a trap');
    mock.reset();
  });
});

describe('with options', () => {
  test.override({ mockOptions: { clock: 'manual', startTime: '2027-01-01T00:00:00.000Z' } });

  test('the mock is created with them', ({ mock }) => {
    expect(new Date(mock.clock.now()).toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});

/** A request that makes the mock throw once. */
function toTrap(): MockRequest {
  let isSet = true;
  const headers = new Proxy(
    {},
    {
      get(): undefined {
        if (!isSet) return undefined;
        isSet = false;
        throw new Error('a trap');
      },
    },
  );
  return { method: 'POST', url: '/api/v1/users', headers };
}
