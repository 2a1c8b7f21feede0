import { expect, test } from 'vitest';
import { documents, type Coverage } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { met } from './_coverage.ts';
import { operations as documented } from './_operations.ts';
import { bot, open as openMock, otherKey, throughEachAdapter } from './_setup.ts';

const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody', traits: { any: 1 } }];
const operationCount = documented.length;
const uuid = '9b2f6f0e-3b0a-4c8e-9d53-0c5f0c1d2e3f';

throughEachAdapter((open) => {
  test('a report counts the parts that requests and answers have, and lists what none has', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users/bulk', { users });
    await vibefollow('/users/bulk', { users: users.slice(0, 1) }, { 'idempotency-key': uuid });
    const coverage = mock.coverage();
    expect(coverage).toMatchObject({ requests: 2, unmatched: 0, dropped: 0 });
    expect(met(coverage, 'bulkUpsertUsers')).toEqual({
      200: 2,
      'header.Idempotency-Key': 1,
      'body.users': 2,
      'body.users[].external_user_id': 2,
      'body.users[].email': 1,
      'body.users[].traits': 1,
      'body.users[].traits.*': 1,
      '200.data': 2,
      '200.data.accepted': 2,
      '200.data.rejected': 2,
      '200.data.errors': 2,
      '200.data.errors[].index': 1,
      '200.data.errors[].code': 1,
      '200.data.errors[].message': 1,
      '200.data.errors[].field': 1,
      '200.meta': 2,
      '200.meta.received': 2,
    });
    expect(coverage.missing).toContain('trackEvent: never requested');
    const [bulk] = documented.filter(({ id }) => id === 'bulkUpsertUsers');
    expect(coverage.missing.filter((line) => line.startsWith('bulkUpsertUsers'))).toEqual([
      ...(bulk?.statuses ?? []).filter((status) => status !== 200).map((status) => `bulkUpsertUsers: status ${status}`),
      ...['name', 'plan', 'signupDate', 'company', 'role'].map(
        (name) => `bulkUpsertUsers: body.users[].traits.${name}`,
      ),
    ]);
    const { operations, statuses } = coverage.totals;
    expect([operations, statuses.covered]).toEqual([{ covered: 1, total: operationCount }, 1]);
  });

  test('the admin API reports the same, of all tenants or of one', async () => {
    const bench = await open();
    await bench.vibefollow('/users/bulk', { users });
    await bench.vibefollow('/users', users[0], { authorization: `Bearer ${otherKey}` });
    expect(await ask(bench, 'GET', '/coverage')).toEqual({ status: 200, body: bench.mock.coverage() });
    const { body } = await ask(bench, 'GET', `/coverage?tenant=${otherKey}`);
    expect(body).toEqual(bench.mock.coverage({ tenant: otherKey }));
    expect([met(body as Coverage, 'upsertUser'), met(body as Coverage, 'bulkUpsertUsers')]).toMatchObject([
      { 202: 1, 'body.external_user_id': 1 },
      {},
    ]);
    expect(await askWrong(bench, 400, 'GET', '/coverage?api=yellow')).toEqual(['Unknown parameter "api". Use tenant.']);
  });
});

test('the requests to the admin API are not counted', async () => {
  const { mock, send } = await openMock();
  await send('/__admin/coverage');
  expect(mock.coverage().requests).toBe(0);
});

test('one API is reported by itself, and a wrong question is refused', async () => {
  const { mock, vibefollow, yellow } = await openMock();
  await vibefollow('/users', users[0]);
  await yellow('GET', '/user');
  const { requests, operations, totals } = mock.coverage({ api: 'yellow' });
  expect([requests, totals.operations]).toEqual([1, { covered: 1, total: 9 }]);
  expect(new Set(operations.map(({ api }) => api))).toEqual(new Set(['yellow']));
  expect(mock.coverage({ api: 'vibefollow', tenant: bot }).requests).toBe(0);
  expect(() => mock.coverage({ api: 'velow' as 'yellow' })).toThrow(
    'Failed to look into the journal: api is "velow"; it must be one of vibefollow, yellow.',
  );
  expect(() => mock.coverage({ operation: 'getUser' } as object)).toThrow(
    'Failed to report coverage: unknown option "operation". Use one of tenant, api.',
  );
});

test('without a journal there is nothing to report', async () => {
  const { mock, yellow } = await openMock({ journalLimit: 0 });
  await yellow('GET', '/user/1');
  expect(mock.coverage()).toMatchObject({ requests: 0, totals: { operations: { covered: 0, total: operationCount } } });
});

test('every part of the documents has a name of its own, and stands once for each operation', async () => {
  const { mock } = await openMock();
  const { operations, totals } = mock.coverage();
  for (const { parameters, branches } of operations) {
    const names = [
      ...parameters.map(({ name, in: place }) => `${place}.${name}`),
      ...branches.map(({ branch }) => branch),
    ];
    expect(new Set(names).size).toBe(names.length);
  }
  const paths = [documents.vibefollow, documents.yellow].flatMap(({ paths: all }) => Object.keys(all));
  expect(new Set(operations.map(({ path }) => path))).toEqual(new Set(paths));
  const statuses = operations.flatMap((one) => one.statuses);
  expect([totals.operations.total, totals.statuses.total]).toEqual([operations.length, statuses.length]);
  expect(mock.coverage().missing).toEqual(operations.map(({ operation }) => `${operation}: never requested`));
});
