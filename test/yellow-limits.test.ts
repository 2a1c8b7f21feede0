import { describe, expect, test } from 'vitest';
import { open, read, throughEachAdapter, type Bench } from './_setup.ts';

const bulk = '/user/create-bulk';
const body = { users: [{ userId: '1001' }] };
const refused = { status: 429, body: { error: 'Too many requests' } };

throughEachAdapter((open) => {
  test('the 121st import of a minute is refused and stores nothing, and obeying Retry-After succeeds (YE-8)', async () => {
    const { mock, yellow } = await open();
    expect(await statuses(120, async () => yellow('POST', bulk, body))).toEqual([200]);
    await mock.clock.advance(18_500);
    const answer = await yellow('POST', bulk, { users: [{ userId: '1002' }] });
    expect(answer.headers.get('retry-after')).toBe('42');
    expect(await read(answer)).toEqual(refused);
    expect((await yellow('GET', '/user/1002')).status).toBe(404);
    await mock.clock.advance(42_000);
    expect((await yellow('POST', bulk, { users: [{ userId: '1002' }] })).status).toBe(200);
    expect((await yellow('GET', '/user/1002')).status).toBe(200);
  });

  test('a refusal has no Retry-After where it is absent (YE-8)', async () => {
    const { yellow } = await open({ yellow: { retryAfter: 'absent', rateLimits: { bulkCreateUsers: once } } });
    await yellow('POST', bulk, body);
    const answer = await yellow('POST', bulk, body);
    expect(answer.headers.has('retry-after')).toBe(false);
    expect(await read(answer)).toEqual(refused);
  });
});

describe.each([
  { limit: 120, method: 'POST', path: bulk, sent: body, status: 200 },
  { limit: 2000, method: 'POST', path: '/user', sent: { userId: '1001' }, status: 200 },
  { limit: 1500, method: 'PUT', path: '/user/1001', sent: { city: 'Pune' }, status: 404 },
  { limit: 1000, method: 'DELETE', path: '/user/1001', sent: undefined, status: 404 },
  { limit: 6000, method: 'POST', path: '/event', sent: { userId: '1001', eventName: 'login' }, status: 200 },
])('$method $path', ({ limit, method, path, sent, status }) => {
  test(`takes ${limit} requests of a bot in a minute, and not one more`, async () => {
    const { mock, yellow } = await open();
    const request = async (): Promise<Response> => yellow(method, path, sent);
    expect(await statuses(limit, request)).toEqual([status]);
    await mock.clock.advance(59_999);
    const answer = await request();
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await read(answer)).toEqual(refused);
    expect((await yellow(method, `${path}?bot=other`, sent)).status).toBe(status);
    await mock.clock.advance(1);
    expect((await request()).status).toBe(status);
  });
});

test('each endpoint is counted by itself', async () => {
  const { yellow } = await open({ yellow: { rateLimits: { addUser: once, createEvent: once, deleteUser: once } } });
  expect((await yellow('POST', '/user', { userId: '1001' })).status).toBe(200);
  expect((await yellow('POST', '/user', { userId: '1002' })).status).toBe(429);
  expect((await yellow('POST', '/event', { userId: '1001', eventName: 'login' })).status).toBe(200);
  expect((await yellow('POST', bulk, body)).status).toBe(200);
  expect((await yellow('PUT', '/user/1001', {})).status).toBe(200);
  expect((await yellow('DELETE', '/user/1001')).status).toBe(200);
  expect((await yellow('DELETE', '/user/1001')).status).toBe(429);
});

test('users are counted together, whichever the path names', async () => {
  const { yellow } = await open({ yellow: { rateLimits: { updateUser: once } } });
  expect((await yellow('PUT', '/user/1001', {})).status).toBe(404);
  expect((await yellow('PUT', '/user/1002', {})).status).toBe(429);
});

test.each([`${bulk}?id=x`, '/user', '/user/1001', '/event?userId=1001'])('GET %s has no limit', async (path) => {
  const { yellow } = await open();
  expect(await statuses(6001, async () => yellow('GET', path))).not.toContain(429);
});

test.each([
  ['bulkCreateUsers', 'POST', bulk, body],
  ['getBulkCreation', 'GET', `${bulk}?id=x`, undefined],
  ['addUser', 'POST', '/user', { userId: '1001' }],
  ['listUsers', 'GET', '/user', undefined],
  ['getUser', 'GET', '/user/1001', undefined],
  ['updateUser', 'PUT', '/user/1001', {}],
  ['deleteUser', 'DELETE', '/user/1001', undefined],
  ['createEvent', 'POST', '/event', { userId: '1001', eventName: 'login' }],
  ['listEvents', 'GET', '/event?userId=1001', undefined],
])('the limit of %s is that of the option rateLimits', async (operation, method, path, sent) => {
  const limit = { requests: 2, windowSeconds: 10 };
  const { mock, yellow } = await open({ yellow: { rateLimits: { [operation]: limit } } });
  expect(await statuses(2, async () => yellow(method, path, sent))).not.toContain(429);
  const answer = await yellow(method, path, sent);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await read(answer)).toEqual(refused);
  await mock.clock.advance(10_000);
  expect((await yellow(method, path, sent)).status).not.toBe(429);
});

test('a documented limit is lifted with off, and the others stay', async () => {
  const { yellow } = await open({ yellow: { rateLimits: { bulkCreateUsers: 'off', addUser: once } } });
  expect(await statuses(121, async () => yellow('POST', bulk, body))).toEqual([200]);
  expect(await statuses(2, async () => yellow('POST', '/user', { userId: '1001' }))).toEqual([200, 429]);
});

test('a limit of 0 lets nothing through', async () => {
  const { yellow } = await open({ yellow: { rateLimits: { addUser: { requests: 0, windowSeconds: 60 } } } });
  expect(await read(await yellow('POST', '/user', { userId: '1001' }))).toEqual(refused);
});

test('a fixed window opens with the first request and forgets all of it at its end (YE-9)', async () => {
  const { mock, yellow } = await open({ yellow: { rateLimits: { addUser: { requests: 2, windowSeconds: 60 } } } });
  await mock.clock.advance(30_000);
  expect(await arrivals({ mock, yellow }, [0, 59, 59.999, 60, 60, 119])).toEqual([200, 200, 429, 200, 200, 429]);
});

test('a sliding window holds the limit in any stretch of its length (YE-9)', async () => {
  const rateLimits = { addUser: { requests: 2, windowSeconds: 60 } };
  const { mock, yellow } = await open({ yellow: { rateWindow: 'sliding', rateLimits } });
  await mock.clock.advance(30_000);
  const times = [0, 59, 59.999, 60, 60, 118.999, 119, 119.5, 120];
  expect(await arrivals({ mock, yellow }, times)).toEqual([200, 200, 429, 200, 429, 429, 200, 429, 200]);
});

test('a window that a scenario lets slide counts what was let through before', async () => {
  const rateLimits = { addUser: { requests: 2, windowSeconds: 60 } };
  const { mock, yellow } = await open({ yellow: { rateLimits } });
  expect(await arrivals({ mock, yellow }, [0, 59])).toEqual([200, 200]);
  mock.use({ description: '', options: { yellow: { rateWindow: 'sliding' } } });
  expect(await arrivals({ mock, yellow }, [0, 1, 1, 60, 60.999, 61])).toEqual([429, 200, 200, 429, 429, 200]);
});

describe.each(['fixed', 'sliding'] as const)('with a %s window', (rateWindow) => {
  test.each([0, 1, 999, 1000, 1001, 30_500, 58_999, 59_000, 59_001, 59_998])(
    'obeying Retry-After %i ms after the last request succeeds, and a second less does not',
    async (ms) => {
      const rateLimits = { addUser: { requests: 2, windowSeconds: 60 } };
      const { mock, yellow } = await open({ yellow: { rateWindow, rateLimits } });
      const request = async (): Promise<Response> => yellow('POST', '/user', { userId: '1001' });
      await request();
      await mock.clock.advance(1);
      await request();
      await mock.clock.advance(ms);
      const wait = (await request()).headers.get('retry-after');
      expect(wait).toBe(String(Math.ceil((59_999 - ms) / 1000)));
      await mock.clock.advance((Number(wait) - 1) * 1000);
      expect((await request()).status).toBe(429);
      await mock.clock.advance(1000);
      expect((await request()).status).toBe(200);
    },
  );
});

test('Retry-After is a whole number of seconds for a window of a fraction', async () => {
  const { yellow } = await open({ yellow: { rateLimits: { addUser: { requests: 1, windowSeconds: 2.5 } } } });
  await yellow('POST', '/user', { userId: '1001' });
  expect((await yellow('POST', '/user', { userId: '1001' })).headers.get('retry-after')).toBe('3');
});

test('an invalid request counts, an unauthorized or a refused one does not', async () => {
  const { mock, yellow } = await open({ yellow: { rateLimits: { addUser: { requests: 2, windowSeconds: 60 } } } });
  const request = async (headers?: Record<string, string>): Promise<number> =>
    (await yellow('POST', '/user', {}, headers)).status;
  expect([await request({ 'x-api-key': '' }), await request({ accept: 'text/html' })]).toEqual([401, 406]);
  expect([await request(), await request(), await request()]).toEqual([400, 400, 429]);
  await mock.clock.advance(60_000);
  expect([await request(), await request(), await request()]).toEqual([400, 400, 429]);
});

test('reset forgets what was counted', async () => {
  const { mock, yellow } = await open({ yellow: { rateLimits: { addUser: once } } });
  const request = async (): Promise<Response> => yellow('POST', '/user', { userId: '1001' });
  expect(await statuses(2, request)).toEqual([200, 429]);
  mock.reset();
  expect(await statuses(2, request)).toEqual([200, 429]);
});

const once = { requests: 1, windowSeconds: 60 };

/** Repeats the request. Returns the distinct statuses in order of first appearance. */
async function statuses(requests: number, request: () => Promise<Response>): Promise<number[]> {
  const seen = new Set<number>();
  for (let sent = 0; sent < requests; sent += 1) seen.add((await request()).status);
  return [...seen];
}

/** Adds a user at each time, in seconds from now. Returns the statuses. */
async function arrivals({ mock, yellow }: Pick<Bench, 'mock' | 'yellow'>, times: number[]): Promise<number[]> {
  const start = mock.clock.now();
  const answers: number[] = [];
  for (const seconds of times) {
    await mock.clock.set(start + seconds * 1000);
    answers.push((await yellow('POST', '/user', { userId: '1001' })).status);
  }
  return answers;
}
