import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, vi } from 'vitest';
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

  // The fixture fails these tests too, after their bodies have ended.
  test.fails('fails a test whose client swallows the error of an unknown host', async ({ mock }) => {
    await fetch('https://api.vibefolow.com/api/v1/users').catch(() => undefined);
    expect(mock.journal.exchanges()).toEqual([]);
  });

  test.fails('fails a test that starts another MSW server', ({ mock }) => {
    const own = setupServer(http.get('https://own.example/', () => HttpResponse.text('own')));
    own.listen();
    own.close();
    expect(mock.journal.exchanges()).toEqual([]);
  });

  test('answers after all that', async ({ mock }) => {
    expect(await upsert('usr_3')).toBe(202);
    expect(mock).toHaveDelivered(['usr_3']);
  });

  test('lets requests to this machine through', async ({ mock }) => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      await expect(fetch(`http://${host}:3/`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    }
    await expect(fetch('http://app.localhost:3/')).rejects.toThrow('fetch failed');
    expect(mock.journal.exchanges()).toEqual([]);
  });

  test('does not mind another fetch or fake timers', ({ mock }) => {
    vi.stubGlobal('fetch', () => undefined);
    vi.useFakeTimers();
    expect(mock.journal.exchanges()).toEqual([]);
  });

  test('has the real ones back', () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});

describe('beside an MSW server', () => {
  const own = setupServer();
  beforeAll(() => own.listen());
  afterAll(() => own.close());

  test.fails('is refused', ({ mock }) => {
    expect(mock.journal.exchanges()).toEqual([]);
  });
});

describe('with more hosts', () => {
  test.override({ mockBaseUrls: ['https://staging.example/proxy'] });

  test('answers them too', async ({ mock }) => {
    const answer = await fetch('https://staging.example/proxy/api/v1/users', { method: 'POST' });
    expect([answer.status, mock.journal.exchanges().length]).toEqual([401, 1]);
  });
});

describe('with unknown hosts let through', () => {
  test.override({ mockUnhandledRequests: 'bypass' });

  test('a request to one goes to the network', async ({ mock }) => {
    await expect(fetch('http://unknown.invalid/')).rejects.toThrow('fetch failed');
    expect(mock.journal.exchanges()).toEqual([]);
  });
});

describe.each([
  { mockUnhandledRequests: 'bypas' as 'bypass' },
  { mockBaseUrls: 'https://staging.example' as never },
  { mockBaseUrls: ['staging.example'] },
])('with %j', (wrong) => {
  test.override(wrong);

  test.fails('it is refused', ({ mock }) => {
    expect(mock.journal.exchanges()).toEqual([]);
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
