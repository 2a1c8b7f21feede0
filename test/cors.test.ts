import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { bot, key, throughEachAdapter } from './_setup.ts';

const page = 'http://localhost:5173';
const question = {
  method: 'OPTIONS',
  headers: {
    origin: page,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  },
};
const chunk = {
  method: 'POST',
  headers: { origin: page, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  body: JSON.stringify({ users: [{ external_user_id: 'usr_1' }] }),
};
const paths = ['/api/v1/users/bulk', `/cdp/api/v1/user/create-bulk?bot=${bot}`];

throughEachAdapter((open) => {
  test.each(paths)('a page of an allowed origin may call %s, and read its failures', async (path) => {
    const { mock, send } = await open({ cors: ['http://other.test', page], faults: [{ fault: { status: 503 } }] });
    const answer = await send(path, question);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization,content-type',
      vary: 'Origin',
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
    });
    // RFC 9110, section 8.6
    expect(answer.headers.has('content-length')).toBe(false);
    const failed = await send(path, chunk);
    expect(failed.status).toBe(503);
    expect(failed.headers.get('access-control-allow-origin')).toBe(page);
    expect(failed.headers.get('access-control-expose-headers')).toBe('*');
    // The question is that of a browser, so no client is judged for it.
    expect(mock.journal.exchanges()).toHaveLength(1);
    expect(mock.journal.countOthers()).toBe(0);
  });

  test.each(paths)('without the option, no page may call %s, and OPTIONS is no method', async (path) => {
    const { send } = await open();
    const answer = await send(path, question);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
    for (const { headers } of [answer, await send(path, chunk)]) {
      expect([...headers.keys()].filter((name) => /^access-control|^vary/.test(name))).toEqual([]);
    }
  });

  test('a page of another origin gets no leave', async () => {
    const { send } = await open({ cors: ['http://other.test'] });
    for (const init of [question, chunk]) {
      const { headers } = await send('/api/v1/users/bulk', init);
      expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, 'Origin']);
    }
  });

  test('a star allows all origins, also those of files', async () => {
    const { send } = await open({ cors: ['*'] });
    const headers = { ...question.headers, origin: 'null' };
    const answer = await send('/api/v1/users', { ...question, headers });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });

  test('the admin API gives no page leave', async () => {
    const { send } = await open({ cors: ['*'] });
    for (const init of [question, { headers: { origin: page } }]) {
      const { headers } = await send('/__admin/state', init);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

const unequal = ['http://*.test', 'http://localhost:80', 'https://localhost:443', 'http://a.test:x', 'http://é.test'];
test.each(['localhost:5173', 'http://localhost:5173/', 'http://Localhost', 'null', ...unequal])(
  '%j is no origin that a browser sends, and is refused',
  (origin) => {
    expect(() => createMock({ cors: [origin] })).toThrow('it must be an origin in lower case such as');
  },
);

test.each([
  'http://[::1]:5173',
  'http://localhost:8080',
  'https://a-b.test:80',
  'http://a:443',
  'chrome-extension://abc',
])('a browser sends the origin %j', (origin) => {
  expect(createMock({ cors: [origin] }).options.cors).toEqual([origin]);
});
