import { expect, test } from 'vitest';
import { bot, read, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('__proto__ and constructor are names of properties', async () => {
    const { yellow } = await open();
    await yellow('POST', '/user', JSON.parse('{"userId":"1001","__proto__":{"city":"Pune"},"constructor":"x"}'));
    const text = await (await yellow('GET', '/user/1001?properties=__proto__,constructor,city,toString')).text();
    expect(text).toBe(
      '{"message":"Fetched user successfully","data":{"__proto__":{"value":{"city":"Pune"},"propertyType":"Custom"},' +
        '"constructor":{"value":"x","propertyType":"Custom"}}}',
    );
  });

  test('properties that belong to the server are ignored in a record', async () => {
    const { mock, yellow } = await open();
    const theirs = { id: 'mine', botId: 'other', createdAt: 0, updatedAt: 0, profileComplete: true };
    await yellow('POST', '/user', { userId: '1001' });
    const before = mock.yellow.bot(bot).users();
    await yellow('POST', '/user', { userId: '1001', ...theirs });
    await yellow('PUT', '/user/1001', theirs);
    await yellow('POST', '/user/create-bulk', { users: [{ userId: '1001', ...theirs }] });
    expect(mock.yellow.bot(bot).users()).toEqual(before);
    expect(before[0]).toMatchObject(
      system({ botId: bot, createdAt: '2026-01-01T00:00:00.000Z', profileComplete: '6.25' }),
    );
  });

  test('emailOptIn is stored as emailOptin, from whichever operation it comes (YE-11)', async () => {
    const { yellow } = await open();
    await yellow('POST', '/user', { userId: 'added', emailOptIn: true });
    await yellow('POST', '/user/create-bulk', { users: [{ userId: 'imported', emailOptIn: true }] });
    await yellow('POST', '/user', { userId: 'updated', emailOptin: true });
    await yellow('PUT', '/user/updated', { emailOptIn: false });
    expect(await read(await yellow('GET', '/user?properties=emailOptin,emailOptIn'))).toEqual(
      listed([{ emailOptin: true }, { emailOptin: true }, { emailOptin: false }].map((user) => system(user))),
    );
  });

  test.each([
    [{}, '6.25'],
    [{ loyaltyTier: 'gold', visits: 3 }, '6.25'],
    [{ city: '', tags: [], emailOptin: false }, '12.50'],
    [{ emailOptIn: true, emailOptin: true }, '12.50'],
    [{ firstName: 'Asha', lastName: 'Rao', email: 'asha@example.com', phone: '919000000000' }, '31.25'],
  ])('profileComplete of %j is the share of documented properties with a value (YE-17)', async (given, share) => {
    const { yellow } = await open();
    await yellow('POST', '/user', { userId: '1001', ...given });
    const { body } = await read(await yellow('GET', '/user/1001?properties=profileComplete'));
    expect(body).toMatchObject({ data: system({ profileComplete: share }) });
  });

  test('with profileComplete: boolean it needs both names, an e-mail address and a phone number (YE-17)', async () => {
    const { mock, yellow } = await open({ yellow: { profileComplete: 'boolean' } });
    const profile = { firstName: 'Asha', lastName: 'Rao', email: 'asha@example.com', phone: '919000000000' };
    for (const [name, value] of Object.entries(profile)) {
      expect(mock.yellow.bot(bot).user('1001')?.['profileComplete']?.value).not.toBe(true);
      await yellow('POST', '/user', { userId: '1001', [name]: value });
    }
    expect(mock.yellow.bot(bot).user('1001')).toMatchObject(system({ profileComplete: true }));
  });
});

function system(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, propertyType: 'System' }]));
}

function listed(data: unknown[]): unknown {
  return { status: 200, body: { message: 'Fetched users successfully', data: { data } } };
}
