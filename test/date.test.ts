import { STATUS_CODES } from 'node:http';
import express from 'express';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createMock, type Fault } from 'vf-mock';
import { open as connect, start, startBehind } from './_server.ts';
import { bot, key, throughEachAdapter } from './_setup.ts';

const now = 'Thu, 01 Jan 2026 00:00:00 GMT';
const chunk = {
  method: 'POST',
  headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  body: JSON.stringify({ users: [{ external_user_id: 'usr_1' }] }),
};
const answers: [path: string, init: RequestInit, status: number][] = [
  ['/api/v1/users/bulk', chunk, 200],
  ['/api/v1/users/bulk', { ...chunk, headers: {} }, 401],
  ['/api/v1/nowhere', {}, 404],
  ['/api/v1/%zz', {}, 400],
  ['/api/v1/users', {}, 405],
  ['/cdp/api/v1/user', {}, 401],
  [`/cdp/api/v1/user?bot=${bot}`, {}, 401],
  [`/cdp/api/v1/user?bot=${bot}`, { method: 'HEAD', headers: { 'x-api-key': 'k' } }, 200],
  ['/__admin/health', {}, 200],
  ['/__admin/journal', { method: 'HEAD' }, 200],
  ['/__admin/nowhere', {}, 404],
  ['/__admin/faults', { method: 'POST', body: '{' }, 400],
];
const faults: Fault[] = [
  { status: 429, retryAfter: 2 },
  { status: 503 },
  { kind: 'garbage', status: 502 },
  { kind: 'truncate' },
  { kind: 'slow', ms: 0 },
  { kind: 'delay', ms: 0 },
];

throughEachAdapter((open) => {
  test.each(answers)('the Date of %s is the time of the mock (%j, %d)', async (path, init, status) => {
    const { send } = await open();
    const answer = await send(path, init);
    expect([answer.status, answer.headers.get('date')]).toEqual([status, now]);
    expect(answer.statusText).toBe(STATUS_CODES[status]);
  });

  test.each(faults)('a fault has the Date of the mock: %j', async (fault) => {
    const { send, mock } = await open({ faults: [{ fault }] });
    mock.clock.autoAdvance();
    expect((await send('/api/v1/users/bulk', chunk)).headers.get('date')).toBe(now);
  });

  test.each([
    ['2026-01-01T00:00:00.000Z', 0],
    ['2026-01-01T00:00:00.400Z', 1],
    ['2026-01-01T00:00:00.999Z', 1],
  ])('a client that subtracts Date from Retry-After at %s waits long enough', async (startTime, more) => {
    const { send, mock } = await open({ startTime, faults: [{ fault: { status: 429, retryAfter: { date: 30 } } }] });
    const { headers } = await send('/api/v1/users/bulk', chunk);
    const [until, date] = ['retry-after', 'date'].map((name) => Date.parse(headers.get(name) ?? '')) as [
      number,
      number,
    ];
    expect((until - date) / 1000).toBe(30 + more);
    await mock.clock.advance(until - date);
    await send('/api/v1/users/bulk', chunk);
    expect(mock.verdicts().verdicts.find(({ rule }) => rule === 'retry-after-honored')).toMatchObject({
      outcome: 'passed',
    });
  });

  test('the journal keeps the Date, and the clock moves it', async () => {
    const { send, mock } = await open({ journalBodies: true });
    await mock.clock.advance(90_000);
    await send('/api/v1/users/bulk', chunk);
    const headers = mock.journal.exchanges()[0]?.response?.headers;
    expect(headers).toContainEqual({ name: 'Date', value: 'Thu, 01 Jan 2026 00:01:30 GMT' });
  });
});

test('the Date is also that of the mock in an application that sets its own', async () => {
  const mock = createMock({ clock: 'manual' });
  const server = await startBehind(mock, (_, response, next) => {
    response.setHeader('Date', 'Mon, 01 Jan 2001 00:00:00 GMT');
    next();
  });
  expect((await fetch(`${server.url}/api/v1/nowhere`)).headers.get('date')).toBe(now);
  expect((await fetch(`${server.url}/__admin/health`)).headers.get('date')).toBe(now);
});

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['long headers', `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: more\r\nConnection: close\r\n\r\n', 417],
])('an answer that Node gives by itself, to %s, has no Date rather than a wrong one', async (_name, bytes, status) => {
  const { server } = await start();
  const socket = connect(server);
  socket.write(bytes);
  const answer = await text(socket);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toMatch(/^date:/im);
});

test('express and its answers keep their own time beside the mock', async () => {
  const mock = createMock({ clock: 'manual' });
  const app = express().get('/own', (_, response) => void response.send('own'));
  const server = await startBehind(mock, app);
  expect((await fetch(`${server.url}/own`)).headers.get('date')).not.toBe(now);
  expect((await fetch(`${server.url}/api/v1/nowhere`)).headers.get('date')).toBe(now);
});
