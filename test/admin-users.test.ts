import { expect, test } from 'vitest';
import { ask, askWrong } from './_admin.ts';
import { bot, key, open, otherKey, throughEachAdapter, type Bench } from './_setup.ts';

interface Users {
  readonly users: readonly { api: string; tenant: string; tenantId: string; id: string; record: object }[];
  readonly total: number;
  readonly next?: number;
}

async function list(bench: Bench, query = ''): Promise<Users> {
  const { status, body } = await ask(bench, 'GET', `/users${query}`);
  expect(status).toBe(200);
  return body as Users;
}

const idsOf = ({ users }: Users): string[] => users.map(({ id }) => id);

/** Three users of a project, one with the same id of another project, and one of a bot. */
async function fill({ vibefollow, yellow }: Bench): Promise<void> {
  const users = ['usr_1', 'usr_2', 'b'].map((id) => ({ external_user_id: id, email: `${id}@Example.com` }));
  await vibefollow('/users/bulk', { users });
  await vibefollow('/users', { external_user_id: 'usr_1' }, { authorization: `Bearer ${otherKey}` });
  await yellow('POST', '/user', { userId: 'y', email: 'usr_9@example.org' });
}

throughEachAdapter((openBench) => {
  test('the stored users are listed with their tenants, in order of API, tenant and creation', async () => {
    const bench = await openBench();
    await fill(bench);
    const { users, total, next } = await list(bench);
    expect(users.map(({ api, tenant, id }) => [api, tenant, id])).toEqual([
      ['vibefollow', 'sk_test_…0000', 'usr_1'],
      ['vibefollow', 'sk_test_…0000', 'usr_2'],
      ['vibefollow', 'sk_test_…0000', 'b'],
      ['vibefollow', 'sk_live_…1111', 'usr_1'],
      ['yellow', bot, 'y'],
    ]);
    expect([total, next]).toEqual([5, undefined]);
    expect(users.map(({ api, tenantId, id, record }) => ({ api, tenantId, id, record }))).toEqual(bench.mock.stored());
  });
});

test('users are found by a part of the id or of the e-mail address, whatever its case', async () => {
  const bench = await open();
  await fill(bench);
  expect(idsOf(await list(bench, '?q=USR_'))).toEqual(['usr_1', 'usr_2', 'usr_1', 'y']);
  expect(idsOf(await list(bench, '?q=example.com'))).toEqual(['usr_1', 'usr_2', 'b']);
  expect(idsOf(await list(bench, `?q=usr&api=yellow`))).toEqual(['y']);
  expect(idsOf(await list(bench, `?q=usr_1&tenant=${otherKey}`))).toEqual(['usr_1']);
  expect(await list(bench, '?q=nobody')).toEqual({ users: [], total: 0 });
});

test('a long list is read in parts, also that of a search', async () => {
  const bench = await open();
  await fill(bench);
  for (const search of ['', 'q=usr&']) {
    const whole = await list(bench, `?${search}`);
    const seen: string[] = [];
    let after: number | undefined = 0;
    while (after !== undefined) {
      const part: Users = await list(bench, `?${search}limit=1&after=${after}`);
      expect([part.users.length, part.total]).toEqual([1, whole.total]);
      seen.push(...idsOf(part));
      after = part.next;
    }
    expect(seen).toEqual(idsOf(whole));
  }
});

test('users that no client sent have the id of their tenant', async () => {
  const bench = await open();
  bench.mock.yellow.bot(bot).seed([{ userId: 'seeded' }]);
  bench.mock.vibefollow.project(key).seed([{ external_user_id: 'seeded' }]);
  const { users } = await list(bench, '?q=seeded');
  expect(users.map(({ tenant, tenantId }) => tenant === tenantId)).toEqual([true, true]);
});

test('no key is shown whole, wherever a client has put it', async () => {
  const secret = 'a-secret-of-the-bot';
  const bench = await open({ yellow: { keys: { [bot]: [secret, '1234567890'] } } });
  const headers = { 'x-api-key': secret };
  const user = { userId: `id-${secret}`, [secret]: 1, note: `"${otherKey}\\`, phoneNumber: 1234567890, list: [secret] };
  expect((await bench.yellow('POST', '/user', user, headers)).status).toBe(200);
  await bench.vibefollow('/users', { external_user_id: key, email: 'a@b.de', traits: { [otherKey]: [key] } });
  const text = JSON.stringify(await list(bench));
  for (const one of [secret, key, otherKey, '1234567890']) expect(text).not.toContain(one);
  expect(text).toContain('id-…');
  expect(idsOf(await list(bench, `?q=${key}`))).toEqual(['sk_test_…0000']);
});

test.each(['__proto__', 'constructor', '..', '😀', ' ', '%', '"\\', '\u0000', 'x'.repeat(5000)])(
  'a user with the id %j is found',
  async (id) => {
    const bench = await open();
    await bench.vibefollow('/users', { external_user_id: id, email: 'a@b.de' });
    expect(idsOf(await list(bench, `?q=${encodeURIComponent(id)}`))).toEqual([id]);
  },
);

test('a list does not create the tenant, and a misspelt tenant is no empty list', async () => {
  const bench = await open();
  await fill(bench);
  const [problem] = await askWrong(bench, 404, 'GET', '/users?tenant=typo');
  expect(problem).toContain('No request of tenant "typo" was made.');
  expect(bench.mock.stored({ tenant: 'typo' })).toEqual([]);
  await bench.yellow('GET', '/user/nobody?bot=another');
  expect(await list(bench, '?tenant=another')).toEqual({ users: [], total: 0 });
});

test.each([
  ['limit=0', 'limit is "0". Use a whole number from 1 to 10000.'],
  ['limit=1.5', 'limit is "1.5"'],
  ['limit=10001', 'limit is "10001"'],
  ['limit=1&limit=2', 'limit is ["1","2"]'],
  ['after=-1', 'after is "-1". Use a whole number of 0 or more.'],
  ['after=', 'after is ""'],
  ['api=yelow', 'api is "yelow". Did you mean "yellow"?'],
  ['q=', 'Give one q'],
  ['q=a&q=b', 'Give one q'],
  ['tenant=', 'Give one tenant'],
  ['limt=1', 'Unknown parameter "limt". Did you mean "limit"?'],
])('the list of ?%s is refused', async (query, problem) => {
  expect((await askWrong(await open(), 400, 'GET', `/users?${query}`)).join()).toContain(problem);
});
