import { expect, test } from 'vitest';
import { bot, open, read, throughEachAdapter, type Bench } from './_setup.ts';

const start = '2026-01-01T00:00:00.000Z';
const order = { userId: '1001', eventName: 'order_placed', source: 'shop', payload: { total: 499, items: ['a'] } };

throughEachAdapter((open) => {
  test('an event is created, answered and listed', async () => {
    const { mock, yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', city: 'Pune' });
    const before = mock.yellow.bot(bot).users();
    await mock.clock.advance(1500);
    const answer = await read(await yellow('POST', '/event', order));
    const { id } = (answer.body as { data: { id: string } }).data;
    const { userId, source, payload } = order;
    const createdAt = '2026-01-01T00:00:01.500Z';
    const data = { id, botId: bot, userId, event: 'order_placed', source, payload, createdAt };
    expect(answer).toEqual({ status: 200, body: { message: 'Event created successfully', data } });
    expect(id).toMatch(/^[A-Za-z0-9_-]{21}$/);
    expect(await read(await yellow('GET', '/event?userId=1001'))).toEqual(listed([data]));
    expect(mock.yellow.bot(bot).events('1001')).toEqual([data]);
    expect(mock.yellow.bot(bot).users()).toEqual(before);
  });

  test('an event creates its user when it is not known', async () => {
    const { yellow } = await open();
    await yellow('POST', '/event', order);
    const answer = await yellow('GET', '/user/1001?properties=userId,createdAt,eventName,source');
    const data = {
      userId: { value: '1001', propertyType: 'System' },
      createdAt: { value: start, propertyType: 'System' },
    };
    expect(await read(answer)).toEqual({ status: 200, body: { message: 'Fetched user successfully', data } });
  });

  test('an event needs neither source nor payload', async () => {
    const { yellow } = await open();
    const { body } = await read(await yellow('POST', '/event', { userId: '1001', eventName: 'login' }));
    const id = expect.any(String) as string;
    expect(body).toEqual({
      message: 'Event created successfully',
      data: { id, botId: bot, userId: '1001', event: 'login', payload: {}, createdAt: start },
    });
  });

  test.each([
    [{ eventName: 'login' }, 'userId is required'],
    [{ userId: '1001' }, 'eventName is required'],
    [{ userId: '', eventName: 'login' }, 'userId must be at least 1 character'],
    [{ userId: '1001', eventName: '' }, 'eventName must be at least 1 character'],
    [{ ...order, payload: 'x' }, 'payload must be an object'],
    [{ ...order, source: 1 }, 'source must be a string'],
    [[order], 'The body must be an object'],
  ])('the event %j is refused and creates no user', async (event, error) => {
    const { mock, yellow } = await open();
    expect(await read(await yellow('POST', '/event', event))).toEqual({ status: 400, body: { error } });
    expect(mock.yellow.bot(bot).users()).toEqual([]);
    expect(mock.yellow.bot(bot).events('1001')).toEqual([]);
  });

  test('events of one user are listed in order of arrival, narrowed by name, time and number', async () => {
    const list = await afterFourEvents(await open());
    expect(await list('')).toEqual([0, 1, 2, 3]);
    expect(await list('&eventName=login')).toEqual([0, 2]);
    expect(await list('&eventName=signup')).toEqual([]);
    expect(await list('&eventName=')).toEqual([0, 1, 2, 3]); // YE-40
    expect(await list('&offsetTimestamp=2026-01-01T00:00:02.000Z')).toEqual([2, 3]);
    expect(await list('&offsetTimestamp=2026-01-01T00:00:02.001Z')).toEqual([3]);
    expect(await list('&offsetTimestamp=2026-01-01T00:00:02.0000001Z')).toEqual([3]);
    expect(await list('&offsetTimestamp=2026-01-01T05:30:02%2B05:30')).toEqual([2, 3]);
    expect(await list('&offsetTimestamp=2026-01-01T00:00Z')).toEqual([0, 1, 2, 3]);
    expect(await list('&limit=3')).toEqual([0, 1, 2]);
    expect(await list('&limit=1&eventName=login&offsetTimestamp=2026-01-01T00:00:01Z')).toEqual([2]);
  });

  test('offsetTimestamp may be in milliseconds since 1970', async () => {
    const list = await afterFourEvents(await open());
    expect(await list('&offsetTimestamp=0')).toEqual([0, 1, 2, 3]);
    expect(await list(`&offsetTimestamp=${Date.parse(start) + 2000}`)).toEqual([2, 3]);
    expect(await list(`&offsetTimestamp=${Date.parse(start) + 2001}`)).toEqual([3]);
    expect(await list(`&offsetTimestamp=${Date.parse(start) + 9000}`)).toEqual([]);
  });

  test('100 events are listed unless a limit is given', async () => {
    const { yellow } = await open();
    for (let at = 0; at < 101; at += 1) await yellow('POST', '/event', { ...order, payload: { at } });
    const all = Array.from({ length: 101 }, (_, at) => at);
    expect(await positions(await yellow('GET', '/event?userId=1001'))).toEqual(all.slice(0, 100));
    expect(await positions(await yellow('GET', '/event?userId=1001&limit=500'))).toEqual(all);
  });

  test('a user that is not known has no events', async () => {
    const { yellow } = await open();
    await yellow('POST', '/event', order);
    expect(await read(await yellow('GET', '/event?userId=1002'))).toEqual(listed([]));
  });

  test.each([
    ['', 'userId is required'],
    ['?userId=', 'userId must be at least 1 character'],
    ['?userId=1001&limit=0', 'limit must be 1 or more'],
    ['?userId=1001&limit=all', 'limit must be an integer'],
    ['?userId=1001&offsetTimestamp=yesterday', 'Invalid offsetTimestamp'],
    ['?userId=1001&offsetTimestamp=-1', 'Invalid offsetTimestamp'],
    ['?userId=1001&offsetTimestamp=2026-01-01', 'Invalid offsetTimestamp'],
    ['?userId=1001&offsetTimestamp=2026-01-01T00:00:00', 'Invalid offsetTimestamp'],
  ])('a list of events with "%s" is refused', async (query, error) => {
    const { yellow } = await open();
    expect(await read(await yellow('GET', `/event${query}`))).toEqual({ status: 400, body: { error } });
  });

  test('the same event twice is two events', async () => {
    const { mock, yellow } = await open();
    for (const event of [order, order]) await yellow('POST', '/event', event);
    const [first, second] = mock.yellow.bot(bot).events('1001');
    expect(second).toEqual({ ...first, id: second?.id });
    expect(second?.id).not.toBe(first?.id);
  });

  test('a user that is deleted takes its events along', async () => {
    const { yellow } = await open();
    for (const userId of ['1001', '1002']) await yellow('POST', '/event', { ...order, userId, payload: { at: 7 } });
    await yellow('DELETE', '/user/1001');
    expect(await read(await yellow('GET', '/event?userId=1001'))).toEqual(listed([]));
    expect(await positions(await yellow('GET', '/event?userId=1002'))).toEqual([7]);
  });

  test('bots do not see the events of each other', async () => {
    const { yellow } = await open();
    await yellow('POST', '/event?bot=one', order);
    expect(await read(await yellow('GET', '/event?bot=two&userId=1001'))).toEqual(listed([]));
    expect((await yellow('GET', '/user/1001?bot=two')).status).toBe(404);
    expect((await yellow('GET', '/user/1001?bot=one')).status).toBe(200);
  });

  test.each(['__proto__', 'constructor'])(
    '%s is the name of a user, an event and a part of a payload',
    async (name) => {
      const { yellow } = await open();
      const event = JSON.parse(`{"userId":"${name}","eventName":"${name}","payload":{"${name}":{"a":1}}}`) as unknown;
      expect((await yellow('POST', '/event', event)).status).toBe(200);
      const text = await (await yellow('GET', `/event?userId=${name}&eventName=${name}`)).text();
      expect(text).toContain(`"userId":"${name}","event":"${name}","payload":{"${name}":{"a":1}}`);
      expect(await read(await yellow('GET', '/event?userId=toString'))).toEqual(listed([]));
    },
  );
});

test('an event of a user that an import has yet to store creates it, and the import updates it', async () => {
  const { mock, yellow } = await open({ yellow: { processingTime: 1000 } });
  await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001', city: 'Pune' }] });
  await yellow('POST', '/event', order);
  expect(await cityOf({ yellow })).toEqual({});
  await mock.clock.advance(1000);
  expect(await cityOf({ yellow })).toEqual({ city: { value: 'Pune', propertyType: 'System' } });
  expect(mock.yellow.bot(bot).events('1001')).toHaveLength(1);
});

/** Sends events of two users, one second apart. Returns a function that lists the events of the first user. */
async function afterFourEvents({ mock, yellow }: Pick<Bench, 'mock' | 'yellow'>) {
  for (const [at, eventName] of ['login', 'order', 'login', 'logout'].entries()) {
    if (at > 0) await mock.clock.advance(1000);
    await yellow('POST', '/event', { userId: '1001', eventName, payload: { at } });
    await yellow('POST', '/event', { userId: '1002', eventName, payload: { at: -1 } });
  }
  return async (query: string): Promise<unknown> => positions(await yellow('GET', `/event?userId=1001${query}`));
}

async function cityOf({ yellow }: Pick<Bench, 'yellow'>): Promise<unknown> {
  const { body } = await read(await yellow('GET', '/user/1001?properties=city'));
  return (body as { data: unknown }).data;
}

function listed(data: unknown[]): unknown {
  return { status: 200, body: { message: 'Fetched events successfully', data } };
}

/** The values of `at` in the payloads of listed events. */
async function positions(response: Response): Promise<unknown[]> {
  const { data } = (await read(response)).body as { data: { payload: { at: unknown } }[] };
  return data.map(({ payload }) => payload.at);
}

test('a second that no clock shows is no offsetTimestamp', async () => {
  const { yellow } = await open();
  const answer = await read(await yellow('GET', '/event?userId=1&offsetTimestamp=2016-12-31T23:59:60Z'));
  expect(answer).toEqual({ status: 400, body: { error: 'Invalid offsetTimestamp' } });
});
