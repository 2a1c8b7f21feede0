import { expect, test } from 'vitest';
import { createDatabase } from 'vf-mock/data';
import 'vf-mock/vitest';
import { bot, open, read, throughEachAdapter, type Bench } from './_setup.ts';

throughEachAdapter((open) => {
  test('an expected phone number with + is the stored one without it (YE-23)', async () => {
    const { mock, yellow } = await open();
    const users = [{ userId: '1001', phone: '+919000000000' }];
    await yellow('POST', '/user/create-bulk', { users });
    expect(outcomeOf(mock, 'complete', users)).toBe('passed');
    expect(outcomeOf(mock, 'complete', [{ userId: '1001', phone: '+919000000001' }])).toBe('failed');
    expect(mock).toHaveDelivered(users);
    expect(mock).toHaveDelivered([{ userId: '1001', phone: '919000000000' }]);
    expect(createDatabase(mock.yellow.bot(bot)).user.count({ where: { phone: { equals: '919000000000' } } })).toBe(1);
  });

  test('a retry with + instead of the digits repeats the request (YE-23)', async () => {
    const { mock, yellow } = await open({ faults: [{ on: { attempt: 1 }, fault: { status: 503 } }] });
    const send = async (phone: string): Promise<Response> =>
      yellow('POST', '/user/create-bulk', { users: [{ userId: '1001', phone }] });
    await send('919000000000');
    await mock.clock.advance(1000);
    await send('+919000000000');
    expect(outcomeOf(mock, 'same-payload-on-retry')).toBe('passed');
  });

  test('expected empty values are absent where they count as left out (YE-24)', async () => {
    const users = [{ userId: '1001', city: '', tier: null }];
    const absent = await open({ yellow: { emptyValues: 'absent' } });
    await absent.yellow('POST', '/user/create-bulk', { users });
    expect(outcomeOf(absent.mock, 'complete', users)).toBe('passed');
    expect(absent.mock).toHaveDelivered(users);
    const values = await open();
    await values.yellow('POST', '/user/create-bulk', { users: [{ userId: '1001' }] });
    expect(outcomeOf(values.mock, 'complete', users)).toBe('failed');
    expect(values.mock).not.toHaveDelivered(users);
  });

  test('an update under the generated id is an update of the user (YE-15)', async () => {
    const { mock, yellow } = await open({
      faults: [{ on: { operation: 'updateUser', record: '1001' }, fault: { status: 503 }, times: 1 }],
    });
    await yellow('POST', '/user', { userId: '1001', city: 'Pune' });
    const id = idOf(mock, '1001');
    expect((await yellow('PUT', `/user/${id}`, { city: 'Goa' })).status).toBe(503);
    expect(mock.records()).toMatchObject([{ id: '1001', outcome: 'lost' }]);
    expect((await yellow('PUT', `/user/${id}`, { city: 'Goa' })).status).toBe(200);
    expect(mock.records()).toMatchObject([{ id: '1001', outcome: 'stored' }]);
    expect(mock.explain('1001')[0]?.requests).toHaveLength(3);
    expect(outcomeOf(mock, 'complete', [{ userId: '1001', city: 'Goa' }])).toBe('passed');
  });

  test('an update with the other id of the user repeats the update (YE-15)', async () => {
    const { mock, yellow } = await open({
      faults: [{ on: { operation: 'updateUser', attempt: 1 }, fault: { status: 503 } }],
    });
    await yellow('POST', '/user', { userId: '1001' });
    expect((await yellow('PUT', `/user/${idOf(mock, '1001')}`, { city: 'Goa' })).status).toBe(503);
    await mock.clock.advance(1000);
    expect((await yellow('PUT', '/user/1001', { city: 'Goa' })).status).toBe(200);
    expect(mock.journal.calls({ operation: 'updateUser' })).toMatchObject([{ outcome: 'delivered' }]);
    expect(outcomeOf(mock, 'same-payload-on-retry')).toBe('passed');
  });

  test('a user that was deleted under its generated id is deleted (YE-15)', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001' });
    expect((await yellow('DELETE', `/user/${idOf(mock, '1001')}`)).status).toBe(200);
    expect(mock.explain('1001')).toMatchObject([{ outcome: 'stored', deleted: true }]);
  });

  test('generated ids are found after users come, go and are restored (YE-15)', async () => {
    const { mock, yellow } = await open();
    const statusOf = async (id: string): Promise<number> => (await yellow('GET', `/user/${id}?userId=false`)).status;
    await yellow('POST', '/user', { userId: '1001' });
    const [first, state] = [idOf(mock, '1001'), mock.snapshot()];
    expect(await statusOf(first)).toBe(200);
    await yellow('POST', '/user/create-bulk', { users: [{ userId: '1002' }] });
    expect(await statusOf(idOf(mock, '1002'))).toBe(200);
    await yellow('DELETE', '/user/1001');
    expect(await statusOf(first)).toBe(404);
    await yellow('POST', '/user', { userId: '1001' });
    expect([await statusOf(first), await statusOf(idOf(mock, '1001'))]).toEqual([404, 200]);
    mock.restore(state);
    expect(await statusOf(first)).toBe(200);
    mock.reset();
    expect(await statusOf(first)).toBe(404);
  });
});

test('a state that spells otherwise is restored in the form in which users are stored (YE-11, YE-23)', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user', { userId: '1001' });
  const state = mock.snapshot();
  const [user] = state.yellow[bot]?.users ?? [];
  Object.assign(user?.properties ?? {}, { phone: '+919000000000', emailOptIn: true });
  mock.restore(state);
  expect(mock.yellow.bot(bot).plainUsers()).toMatchObject([{ phone: '919000000000', emailOptin: true }]);
  expect(await read(await yellow('GET', '/user/1001?properties=emailOptin'))).toMatchObject({ status: 200 });
});

function outcomeOf(mock: Bench['mock'], rule: string, expected?: Record<string, unknown>[]): string | undefined {
  const { verdicts } = mock.verdicts(expected && { expected });
  return verdicts.find((verdict) => verdict.rule === rule)?.outcome;
}

function idOf(mock: Bench['mock'], userId: string): string {
  return String(mock.yellow.bot(bot).user(userId)?.['id']?.value);
}
