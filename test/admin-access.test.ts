import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { ask, askWrong } from './_admin.ts';
import { bot, key, throughAdaptersOfEachPath, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('the options in force are all there, defaults filled in', async () => {
    const bench = await open({ seed: 7, yellow: { processingTime: 5 } });
    const { status, body } = await ask(bench, 'GET', '/options');
    expect({ status, body }).toEqual({ status: 200, body: bench.mock.options });
    expect(body).toMatchObject({ seed: 7, clock: 'manual', bodyLimit: 10_485_760, yellow: { processingTime: 5 } });
  });

  test('of keys and the token the options show no whole one', async () => {
    const { mock, send } = await open({
      adminToken: 'opensesame',
      vibefollow: { keys: { [key]: 'active' } },
      yellow: { keys: { [bot]: ['topsecret', 'second'] } },
      faults: [{ on: { tenant: key, attempt: 9 }, fault: { status: 503 } }],
    });
    const answer = await send('/__admin/options', { headers: { authorization: 'Bearer opensesame' } });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({
      adminToken: '…',
      vibefollow: { keys: { [`sk_test_${'x'.repeat(28)}0000`]: 'active' } },
      yellow: { keys: { [bot]: ['…', '…'] } },
    });
    for (const secret of ['opensesame', 'topsecret', 'second', key]) expect(text).not.toContain(secret);
    expect(mock.options).toMatchObject({ adminToken: 'opensesame', vibefollow: { keys: { [key]: 'active' } } });
  });

  test('a mock with a token asks none of the clients of the APIs for it', async () => {
    const { vibefollow } = await open({ adminToken: 'opensesame' });
    expect((await vibefollow('/users', { external_user_id: 'usr_1' })).status).toBe(202);
  });

  test.each([
    '',
    '/',
    '/helth',
    '/health/',
    '/health-check',
    '/constructor',
    '/__proto__',
    '/%E0',
    '/faults2',
    '/Health',
  ])('there is no admin resource at %s, and the answer says which there are', async (path) => {
    const [problem = ''] = await askWrong(await open(), 404, 'GET', path);
    expect(problem.replace(/Did you mean "[^"]+"\? /, '')).toBe(
      `No admin resource /__admin${path}. Use one of /__admin/health, /__admin/reset, /__admin/faults, /__admin/faults/…, ` +
        '/__admin/scenarios, /__admin/scenarios/…, /__admin/clock, /__admin/state, /__admin/options, /__admin/journal, ' +
        '/__admin/exchanges/…, /__admin/journal.har, /__admin/calls, /__admin/verdicts, /__admin/coverage, /__admin/events, /__admin/wait, ' +
        '/__admin/summary, /__admin/rows, /__admin/reconciliation, /__admin/records, /__admin/records/…, /__admin/users.',
    );
  });

  test.each([
    ['POST', '/health', 'GET, HEAD'],
    ['GET', '/reset', 'POST'],
    ['PUT', '/faults', 'GET, HEAD, POST, DELETE'],
    ['GET', '/faults/fault-1', 'DELETE'],
    ['DELETE', '/scenarios', 'GET, HEAD'],
    ['GET', '/scenarios/outage', 'POST'],
    ['POST', '/clock', 'GET, HEAD, PUT'],
    ['POST', '/state', 'GET, HEAD, PUT'],
    ['PATCH', '/options', 'GET, HEAD'],
  ])('%s %s is not allowed, and the answer says what is', async (method, path, allow) => {
    const { send } = await open();
    const answer = await send(`/__admin${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(await answer.json()).toEqual({ errors: [`/__admin${path} takes ${allow}, not ${method}.`] });
  });
});

throughAdaptersOfEachPath((open) => {
  test('a path that only begins like the admin API belongs to the vendors', async () => {
    const answer = await (await open()).send('/__administer');
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'not_found' }] });
  });
});

test.each(['constructor', 'toString', '__proto__'])('a method %s is not allowed', async (method) => {
  expect(await createMock().handle({ method, url: '/__admin/health', headers: {} })).toMatchObject({
    status: 405,
    headers: { Allow: 'GET, HEAD' },
  });
});

test('from beyond this machine the APIs themselves are served', async () => {
  const url = `/cdp/api/v1/user?bot=${bot}`;
  const request = { method: 'GET', url, headers: { 'x-api-key': 'secret' }, remoteAddress: '192.168.1.5' };
  expect(await createMock().handle(request)).toMatchObject({ status: 200 });
});
