import { expect, test } from 'vitest';
import type { MockOptions } from 'vf-mock';
import { met, of } from './_coverage.ts';
import { open } from './_setup.ts';

const user = { external_user_id: 'usr_1' };

test('values and alternatives are branches, of parameters, bodies and headers', async () => {
  const { mock, yellow } = await open({
    yellow: { rateLimits: { listUsers: { requests: 0, windowSeconds: 60 } } },
    faults: [{ on: { operation: 'getUser' }, fault: { status: 429, retryAfter: { date: 5 } } }],
  });
  await yellow('POST', '/user/create-bulk?uponConflict=RETAIN_IMPORTED', { users: [{ emailOptin: false, tier: 1 }] });
  await yellow('GET', '/event?userId=1&offsetTimestamp=2026-01-01T00:00:00Z');
  await yellow('GET', '/user');
  await yellow('GET', '/user/1?allProperties=true').catch(() => undefined);
  await yellow('POST', '/user', { userId: '1', city: 'Pune', tier: 'gold' });
  const coverage = mock.coverage();
  expect(met(coverage, 'bulkCreateUsers')).toEqual({
    200: 1,
    'query.bot': 1,
    'query.uponConflict': 1,
    'query.uponConflict=RETAIN_IMPORTED': 1,
    'body.users': 1,
    'body.users[].emailOptin': 1,
    'body.users[].emailOptin=false': 1,
    'body.users[].*': 1,
    '200.message': 1,
    '200.data': 1,
  });
  expect(met(coverage, 'listEvents')).toHaveProperty(['query.offsetTimestamp=date-time'], 1);
  expect(met(coverage, 'listUsers')).toMatchObject({ '429.Retry-After': 1, '429.Retry-After=integer': 1 });
  expect(met(coverage, 'getUser')).toMatchObject({
    429: 1,
    'path.userId': 1,
    'query.allProperties=boolean': 1,
    '429.Retry-After=HTTP date': 1,
    '429.error': 1,
  });
  expect(met(coverage, 'addUser')).toMatchObject({
    '200.data.*.propertyType=System': 1,
    '200.data.*.propertyType=Custom': 1,
  });
});

test('what is inside something that is missing is not listed', async () => {
  const { mock, vibefollow } = await open();
  await vibefollow('/users', user);
  const { missing } = mock.coverage({ api: 'vibefollow' });
  expect(missing.filter((line) => /^upsertUser: [a-z]+\./.test(line))).toEqual([
    'upsertUser: header.Idempotency-Key',
    'upsertUser: body.email',
    'upsertUser: body.traits',
  ]);
});

test('what validation fills in was not sent', async () => {
  const { mock, vibefollow, yellow } = await open();
  await vibefollow('/events', { external_user_id: 'usr_1', name: 'login' });
  await vibefollow('/events/bulk', { events: [{ external_user_id: 'usr_1', name: 'login' }] });
  await yellow('GET', '/user/1');
  expect(met(mock.coverage(), 'trackEvent')).not.toHaveProperty(['body.properties']);
  expect(met(mock.coverage(), 'bulkTrackEvents')).not.toHaveProperty(['body.events[].properties']);
  expect(Object.keys(met(mock.coverage(), 'getUser'))).toEqual(['404', 'path.userId', 'query.bot', '404.error']);
});

test.each<[MockOptions['faults'], object]>([
  [[{ fault: { kind: 'reset' } }], {}],
  [[{ fault: { kind: 'reset', applied: true } }], {}],
  [[{ fault: { kind: 'truncate', applied: true } }], {}],
  [[{ fault: { kind: 'garbage', status: 200 } }], {}],
  [[{ fault: { kind: 'garbage', status: 503 } }], {}],
  [[{ fault: { kind: 'slow', ms: 40 } }], { 202: 1, '202.data': 1, '202.data.accepted': 1 }],
  [[{ fault: { status: 500 } }], { 500: 1, '500.errors': 1, '500.errors[].code': 1, '500.errors[].message': 1 }],
])('a request counts whatever comes of it, an answer only where it comes whole: %j', async (faults, answer) => {
  const { mock, vibefollow } = await open({ faults: faults ?? [] });
  mock.clock.autoAdvance();
  await vibefollow('/users', user)
    .then(async (response) => response.text())
    .catch(() => undefined);
  expect(met(mock.coverage(), 'upsertUser')).toEqual({ 'body.external_user_id': 1, ...answer });
  expect(of(mock.coverage(), 'upsertUser')).toMatchObject({ requests: 1, undocumented: [] });
});

test('a status that the document does not have is told apart, and so is a request that leads nowhere', async () => {
  const { mock, send, vibefollow } = await open({ faults: [{ fault: { status: 504 } }] });
  await vibefollow('/users', user);
  await send('/api/nowhere');
  await send('/api/v1/users');
  const coverage = mock.coverage();
  expect(coverage).toMatchObject({ requests: 3, unmatched: 2, totals: { statuses: { covered: 0 } } });
  expect(of(coverage, 'upsertUser').undocumented).toEqual([{ status: 504, count: 1 }]);
});
