import { expect, test } from 'vitest';
import type { Fault } from 'vf-mock';
import { meet, targets, vibefollow, yellow, type Target } from './_faults.ts';
import { key, open, read, throughEachAdapter, type Bench } from './_setup.ts';

const statuses = [400, 401, 403, 404, 408, 409, 413, 418, 422, 425, 429, 499, 500, 502, 503, 504, 599];
/** VibeFollow's error codes by status. */
const codes = new Map([
  [400, 'validation_failed'],
  [401, 'auth_required'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'idempotency_key_reuse'],
  [413, 'payload_too_large'],
  [422, 'validation_failed'],
  [429, 'rate_limited'],
]);

async function push({ send }: Bench, target: Target, headers: Record<string, string> = {}): Promise<Response> {
  return send(target.path, target.request(['a'], headers));
}

throughEachAdapter((open) => {
  test('a status comes in the shape of each vendor, with the code that goes with it', async () => {
    const bench = await open();
    for (const status of statuses) {
      bench.mock.reset();
      bench.mock.faults.add({ fault: { status } });
      const code = codes.get(status) ?? 'server_error';
      expect(await read(await push(bench, vibefollow))).toEqual({ status, body: vibefollow.error(status, code) });
      // Yellow documents its 401 without a body.
      const body = status === 401 ? undefined : yellow.error(status, code);
      expect(await read(await push(bench, yellow))).toEqual({ status, body });
    }
  });

  test('a code may be chosen', async () => {
    const bench = await open({ faults: [{ fault: { status: 429, code: 'backfill_queue_full', retryAfter: 30 } }] });
    const refused = await push(bench, vibefollow);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await read(refused)).toEqual({ status: 429, body: vibefollow.error(429, 'backfill_queue_full') });
    expect(await read(await push(bench, yellow))).toEqual({
      status: 429,
      body: { error: 'backfill_queue_full (429)' },
    });
  });

  test.each([
    [{}, null],
    [{ retryAfter: 7 }, '7'],
    [{ retryAfter: 0 }, '0'],
    [{ retryAfter: -5 }, '-5'],
    [{ retryAfter: '-5' }, '-5'],
    [{ retryAfter: '1.5' }, '1.5'],
    [{ retryAfter: 'soon' }, 'soon'],
    [{ retryAfter: 'soon,\tor "later" ~' }, 'soon,\tor "later" ~'],
    [{ retryAfter: '' }, ''],
    [{ retryAfter: 1e21 }, '1000000000000000000000'],
    [{ retryAfter: -1e-7 }, '-0.0000001'],
    [{ retryAfter: { date: 1e11 } }, 'Wed, 16 Nov 5194 09:46:41 GMT'],
    [{ retryAfter: { date: 0 } }, 'Thu, 01 Jan 2026 00:00:01 GMT'],
    [{ retryAfter: { date: 2 } }, 'Thu, 01 Jan 2026 00:00:03 GMT'],
    [{ retryAfter: { date: 1.999 } }, 'Thu, 01 Jan 2026 00:00:02 GMT'],
    [{ retryAfter: { date: 86_400 } }, 'Fri, 02 Jan 2026 00:00:01 GMT'],
  ])('one millisecond past midnight %j is sent as %j', async (given, sent) => {
    const bench = await open({ faults: [{ fault: { status: 503, ...given } }] });
    await bench.mock.clock.advance(1);
    for (const target of targets) expect((await push(bench, target)).headers.get('retry-after')).toBe(sent);
  });

  test('no clock makes a date that HTTP cannot express', async () => {
    const bench = await open({ faults: [{ fault: { status: 503, retryAfter: { date: 1e11 } } }] });
    await bench.mock.clock.set(8.64e15);
    expect((await push(bench, vibefollow)).headers.get('retry-after')).toBe('Fri, 31 Dec 9999 23:59:59 GMT');
  });

  test.each([
    [200, 'Please wait'],
    [502, '502 Bad Gateway'],
    [503, '503 Service Temporarily Unavailable'],
  ] as const)('a gateway answers %i with its page', async (status, title) => {
    const bench = await open({ faults: [{ fault: { kind: 'garbage', status } }] });
    const body = expect.stringContaining(`<title>${title}</title>`) as string;
    for (const target of targets) {
      expect(await meet(push(bench, target))).toEqual({ status, type: 'text/html', retryAfter: null, body });
    }
  });

  test('Prefer asks for a documented status, on that request alone', async () => {
    const bench = await open();
    const ask = async (prefer: string, target = vibefollow): Promise<number> =>
      (await push(bench, target, { prefer })).status;
    expect([await ask('code=503'), await ask('code=429', yellow)]).toEqual([503, 429]);
    expect([await ask('respond-async, code="422"; x=1'), await ask('wait=5;code=500')]).toEqual([422, 500]);
    expect([await ask('code=200'), await ask('decode=503'), await ask('respond-async')]).toEqual([200, 200, 200]);
    expect((await push(bench, vibefollow)).status).toBe(200);
    expect(bench.mock.faults.list()).toEqual([]);
  });

  test.each([
    [
      'ietf',
      { 'ratelimit-policy': '"default";q=2;w=60' },
      ['"default";r=1;t=60', '"default";r=0;t=59', '"default";r=0;t=59'],
    ],
    ['x-ratelimit', { 'x-ratelimit-limit': '2' }, ['1 60', '0 59', '0 59']],
    ['none', {}, ['', '', '']],
  ] as const)('with rateLimitHeaders: %s each answer tells where the client stands', async (style, fixed, moving) => {
    const limit = { requests: 2, windowSeconds: 60 };
    const bench = await open({
      rateLimitHeaders: style,
      vibefollow: { rateLimits: { bulkUpsertUsers: limit } },
      yellow: { rateLimits: { bulkCreateUsers: limit } },
    });
    for (const target of targets) {
      const answers = [await push(bench, target)];
      await bench.mock.clock.advance(1500);
      answers.push(await push(bench, target), await push(bench, target));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
      for (const answer of answers) expect(standing(answer)).toMatchObject(fixed);
      expect(answers.map(told)).toEqual(moving);
    }
  });
});

test('in a sliding window the reset is when the oldest request leaves it', async () => {
  const rateLimits = { bulkCreateUsers: { requests: 2, windowSeconds: 60 } };
  const bench = await open({ rateLimitHeaders: 'x-ratelimit', yellow: { rateWindow: 'sliding', rateLimits } });
  const answers = [await push(bench, yellow)];
  await bench.mock.clock.advance(30_000);
  answers.push(await push(bench, yellow), await push(bench, yellow));
  await bench.mock.clock.advance(30_000);
  answers.push(await push(bench, yellow), await push(bench, yellow));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 429]);
  expect(answers.map(told)).toEqual(['1 60', '0 30', '0 30', '0 30', '0 30']);
});

test.each<[string, Fault]>([
  ['slow', { kind: 'slow', ms: 1000, applied: true }],
  ['late', { kind: 'delay', ms: 1000 }],
  ['cut', { kind: 'truncate', applied: true }],
])('an answer that is %s tells where the client stands, too', async (_how, fault) => {
  const bench = await open({ rateLimitHeaders: 'x-ratelimit', faults: [{ fault }] });
  bench.mock.clock.autoAdvance();
  expect(told(await push(bench, yellow))).toBe('119 60');
});

test('a status that is not documented for the operation cannot be preferred', async () => {
  const bench = await open();
  const refused = await read(await push(bench, vibefollow, { prefer: 'code=418' }));
  const message =
    'Prefer: code=418 is not documented for bulkUpsertUsers; there are 200, 400, 401, 403, 409, 413, 415, 422, 429, 500, 503';
  expect(refused).toEqual({ status: 400, body: { errors: [{ code: 'validation_failed', message }] } });
  expect(await read(await push(bench, yellow, { prefer: 'code=teapot' }))).toMatchObject({
    status: 400,
    body: { error: expect.stringMatching(/^Prefer: code=teapot is not documented for bulkCreateUsers; /) as string },
  });
  await push(bench, vibefollow);
  expect(bench.mock.journal.exchanges().map(({ call, attempt }) => [call, attempt])).toEqual([
    [1, 1],
    [1, 1],
    [2, 1],
  ]);
});

test('Prefer goes before the rules, and a preferred success leaves the way to them', async () => {
  const bench = await open({ faults: [{ fault: { status: 500 } }] });
  expect((await push(bench, vibefollow, { prefer: 'code=503' })).status).toBe(503);
  expect((await push(bench, vibefollow, { prefer: 'code=200' })).status).toBe(500);
  expect(bench.mock.journal.exchanges()).toMatchObject([
    { fault: 'prefer', applied: false, attempt: 1 },
    { fault: 'fault-1', applied: false, attempt: 2 },
  ]);
});

test('a call that a fault strikes counts once against its limit', async () => {
  const limit = { requests: 2, windowSeconds: 60 };
  const { mock, vibefollow } = await open({
    vibefollow: { rateLimits: { bulkUpsertUsers: limit } },
    faults: [{ on: { attempt: 1 }, fault: { kind: 'truncate', applied: 1 } }],
  });
  const users = [{ external_user_id: 'a' }, { external_user_id: 'b' }];
  await vibefollow('/users/bulk', { users });
  expect((await vibefollow('/users/bulk', { users })).status).toBe(200);
  expect(mock.vibefollow.project(key).userCount()).toBe(2);
});

function standing({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.includes('ratelimit')));
}

/** The values of the rate limit headers that change: the remaining requests, and the seconds until the reset. */
function told({ headers }: Response): string {
  const common = [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')];
  return headers.get('ratelimit') ?? common.flatMap((part) => part ?? []).join(' ');
}
