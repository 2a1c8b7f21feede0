import { expect, test } from 'vitest';
import type { Exchange } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { key, open, otherKey, throughEachAdapter } from './_setup.ts';

throughEachAdapter((openBench) => {
  test('one exchange has all its records, and its headers and bodies without keys', async () => {
    const bench = await openBench({ journalBodies: true });
    const users = Array.from({ length: 60 }, (_, index) => ({ external_user_id: `usr_${index}`, email: 'no' }));
    const first = { external_user_id: 'fine', traits: { note: otherKey } };
    await bench.vibefollow('/users/bulk', { users: [first, ...users] });
    const { status, body } = await ask(bench, 'GET', '/exchanges/1');
    const exchange = body as Exchange;
    expect([status, exchange.recordIds?.length, exchange.rejected?.length]).toEqual([200, 61, 60]);
    expect(exchange.request?.body).toContain('"external_user_id":"usr_59"');
    expect(exchange.response?.body).toContain('Invalid email');
    for (const secret of [key, otherKey]) expect(JSON.stringify(exchange)).not.toContain(secret);
    expect(exchange).not.toHaveProperty('exercised');
  });
});

test('an exchange has its wait, and an other request has a number too', async () => {
  const bench = await open({ faults: [{ on: { attempt: 1 }, fault: { status: 503, retryAfter: 2 } }] });
  await bench.vibefollow('/users', { external_user_id: 'usr_1' });
  await bench.mock.clock.advance(500);
  await bench.vibefollow('/users', { external_user_id: 'usr_1' });
  await bench.send('/favicon.ico');
  expect(await ask(bench, 'GET', '/exchanges/2')).toMatchObject({ body: { waited: 500, requiredWait: 2000 } });
  const other = await ask(bench, 'GET', '/exchanges/3');
  expect(other).toMatchObject({ status: 200, body: { path: '/favicon.ico' } });
  expect((await ask(bench, 'GET', '/exchanges/1')).body).not.toHaveProperty('request');
});

test.each(['0', '-1', '1.5', '01', 'abc', '', '1e3', '9'.repeat(16), '1/2', '%E0'])(
  '%j is no number of an exchange',
  async (number) => {
    const [problem] = await askWrong(await open(), 400, 'GET', `/exchanges/${number}`);
    expect(problem).toContain('is no number of an exchange. Use a whole number of 1 or more.');
  },
);

test('an exchange that is not there, or is cleared, is not found', async () => {
  const bench = await open();
  const notFound = ['The journal has no exchange 1. It may be under way, dropped or cleared.'];
  expect(await askWrong(bench, 404, 'GET', '/exchanges/1')).toEqual(notFound);
  await bench.vibefollow('/users', { external_user_id: 'usr_1' });
  expect((await ask(bench, 'GET', '/exchanges/1')).status).toBe(200);
  bench.mock.journal.clear();
  expect(await askWrong(bench, 404, 'GET', '/exchanges/1')).toEqual(notFound);
  expect(await askWrong(bench, 400, 'GET', '/exchanges/1?tenant=x1')).toEqual([
    'Unknown parameter "tenant". It takes none.',
  ]);
});
