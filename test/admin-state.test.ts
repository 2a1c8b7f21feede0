import { expect, test } from 'vitest';
import type { State } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { bot, key, open as openMock, otherKey, throughEachAdapter } from './_setup.ts';

const empty: State = { version: 1, vibefollow: {}, yellow: {} };
const done = { status: 200, body: { done: true } };

throughEachAdapter((open) => {
  test('the state is answered, and put back as it was', async () => {
    const bench = await open({ vibefollow: { drainRate: 0 }, yellow: { processingTime: 1000 } });
    expect(await ask(bench, 'GET', '/state')).toEqual({ status: 200, body: empty });
    await bench.vibefollow('/users', { external_user_id: 'usr_1' });
    await bench.yellow('POST', '/event', { userId: '1001', eventName: 'login' });
    await bench.yellow('POST', '/user/create-bulk', { users: [{ userId: '__proto__' }] });
    const { body } = await ask(bench, 'GET', '/state');
    expect(body).toEqual(bench.mock.snapshot());
    await ask(bench, 'POST', '/reset');
    expect(await ask(bench, 'PUT', '/state', body)).toEqual(done);
    expect(bench.mock.snapshot()).toEqual(body);
    expect(await ask(bench, 'PUT', '/state', empty)).toEqual(done);
    expect(bench.mock.snapshot()).toEqual(empty);
  });

  test('of one tenant only its part is answered and replaced, whether the key or the id of its project names it', async () => {
    const bench = await open();
    const project = bench.mock.vibefollow.project(key);
    project.seed([{ external_user_id: 'usr_1' }]);
    bench.mock.vibefollow.project(otherKey).seed([{ external_user_id: 'usr_1' }]);
    bench.mock.yellow.bot(bot).seed([{ userId: '1001' }]);
    const { body } = await ask(bench, 'GET', `/state?tenant=${key}`);
    const [id = ''] = Object.keys((body as State).vibefollow);
    expect(body).toEqual({ ...empty, vibefollow: { [id]: expect.anything() as unknown } });
    expect((await ask(bench, 'GET', `/state?tenant=${id}`)).body).toEqual(body);
    expect(Object.keys(((await ask(bench, 'GET', `/state?tenant=${bot}`)).body as State).yellow)).toEqual([bot]);
    project.seed([{ external_user_id: 'usr_2' }]);
    expect(await ask(bench, 'PUT', `/state?tenant=${id}`, body)).toEqual(done);
    expect(await ask(bench, 'PUT', `/state?tenant=${bot}`, empty)).toEqual(done);
    expect(bench.mock.vibefollow.project(otherKey).userCount()).toBe(1);
    expect([project.userCount(), bench.mock.yellow.bot(bot).userCount()]).toEqual([1, 0]);
  });

  test('a wrong state is refused with all that is wrong, and changes nothing', async () => {
    const bench = await open();
    bench.mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1' }]);
    const held = bench.mock.snapshot();
    const [[id, project] = ['']] = Object.entries(held.vibefollow);
    const users = [{ external_user_id: '', traits: {}, createdAt: 0, updatedAt: 0 }, 7];
    const state = { ...held, vibefollow: { [id]: { ...project, users } }, journal: [] };
    expect(await askWrong(bench, 400, 'PUT', '/state', state)).toEqual([
      'unknown property "journal". Use one of version, vibefollow, yellow',
      `vibefollow.${id}.users[0].external_user_id is ""; it must be at least 1 character`,
      `vibefollow.${id}.users[1] is 7; it must be an object`,
    ]);
    expect(await askWrong(bench, 400, 'PUT', `/state?tenant=${bot}`, held)).toEqual([
      `vibefollow holds "${id}"; a state for one tenant may hold only that tenant, here "${bot}"`,
    ]);
    expect(bench.mock.snapshot()).toEqual(held);
  });

  test.each([
    ['{', 'The body is not valid JSON.'],
    ['', 'The body is not valid JSON.'],
    ['null', 'the state is null; it must be an object'],
    ['{"version":7}', 'the state has version 7; this vf-mock reads version 1. Take a new snapshot'],
    ['['.repeat(2000) + ']'.repeat(2000), 'The body is nested deeper than 1010 levels.'],
  ])('a body of %j is no state', async (body, problem) => {
    const bench = await open();
    bench.mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1' }]);
    expect(await askWrong(bench, 400, 'PUT', '/state', body)).toEqual([problem]);
    expect(bench.mock.vibefollow.project(key).userCount()).toBe(1);
  });

  test('a state has a limit of its own, over which it is refused with advice', async () => {
    const bench = await open({ bodyLimit: 10, adminBodyLimit: 2000 });
    bench.mock.yellow.bot(bot).seed(Array.from({ length: 100 }, (_, index) => ({ userId: `usr_${index}` })));
    const held = bench.mock.snapshot();
    expect(await askWrong(bench, 413, 'PUT', '/state', held)).toEqual([
      'The body is over 2000 bytes. Raise the option adminBodyLimit.',
    ]);
    expect(bench.mock.snapshot()).toEqual(held);
    expect(await ask(bench, 'PUT', '/state', empty)).toEqual(done);
  });

  test.each(['tenant=', 'tenant=a&tenant=b', 'tenant=%E0%A4', 'tenent=a'])(
    'a tenant written as ?%s is refused, and nothing is replaced',
    async (query) => {
      const bench = await open();
      bench.mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1' }]);
      for (const method of ['GET', 'PUT'])
        expect(
          await askWrong(bench, 400, method, `/state?${query}`, method === 'GET' ? undefined : empty),
        ).toHaveLength(1);
      expect(bench.mock.vibefollow.project(key).userCount()).toBe(1);
    },
  );
});

test('of a thousand problems 20 are told', async () => {
  const bench = await openMock();
  const state = { ...empty, yellow: Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`b${index}`, 7])) };
  const errors = await askWrong(bench, 400, 'PUT', '/state', state);
  expect([errors.length, errors[0], errors.at(-1)]).toEqual([
    21,
    'yellow.b0 is 7; it must be an object',
    'there are 980 more problems',
  ]);
});

test('JSON as deep as the APIs take it is put back', async () => {
  const bench = await openMock({ vibefollow: { drainRate: 0 } });
  let traits = {};
  for (let level = 0; level < 996; level += 1) traits = { traits };
  expect((await bench.vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_1', traits }] })).status).toBe(200);
  const { body } = await ask(bench, 'GET', '/state');
  await ask(bench, 'POST', '/reset');
  expect(await ask(bench, 'PUT', '/state', body)).toEqual(done);
  expect(bench.mock.vibefollow.project(key).queueDepth()).toBe(1);
});
