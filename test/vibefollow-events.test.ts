import { expect, test } from 'vitest';
import { key, read, throughEachAdapter } from './_setup.ts';

throughEachAdapter((open) => {
  test('an event of a known user is stored, with the time of its arrival', async () => {
    const { mock, vibefollow } = await open();
    await vibefollow('/users', { external_user_id: 'u' });
    const answer = await vibefollow('/events', { external_user_id: 'u', name: 'feature_used' });
    expect(await read(answer)).toEqual({ status: 202, body: { data: { accepted: true } } });
    expect(mock.vibefollow.project(key).events('u')).toEqual([
      { external_user_id: 'u', name: 'feature_used', properties: {}, timestamp: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  test('an event of an unknown user waits until the user is identified', async () => {
    const { mock, vibefollow } = await open();
    const project = mock.vibefollow.project(key);
    await vibefollow('/events', { external_user_id: 'u', name: 'trial_started', properties: { days: 14 } });
    expect(project.events('u')).toEqual([]);
    expect(project.bufferedEvents()).toMatchObject([{ name: 'trial_started', properties: { days: 14 } }]);
    await vibefollow('/users/bulk', { users: [{ external_user_id: 'u' }] });
    expect(project.events()).toMatchObject([{ name: 'trial_started' }]);
    expect(project.bufferedEvents()).toEqual([]);
  });

  test('a batch is taken as a whole', async () => {
    const { mock, vibefollow } = await open();
    const events = Array.from({ length: 500 }, (_, index) => ({ external_user_id: 'u', name: `step_${index}` }));
    const answer = await vibefollow('/events/batch', { events });
    expect(await read(answer)).toEqual({ status: 202, body: { data: { accepted: true } } });
    expect(mock.vibefollow.project(key).bufferedEvents()).toHaveLength(500);
  });

  test.each([
    ['events[3].external_user_id', 'external_user_id is required', 3, { name: 'x' }],
    ['events[0].name', 'name must be at least 1 character', 0, { external_user_id: 'u', name: '' }],
    ['events[2].properties', 'properties must be an object', 2, { external_user_id: 'u', name: 'x', properties: 1 }],
    ['events[1]', 'events[1] must be an object', 1, null],
  ])('one bad event at %s refuses the whole batch', async (field, message, index, bad) => {
    const { mock, vibefollow } = await open();
    const events: unknown[] = Array.from({ length: 5 }, () => ({ external_user_id: 'u', name: 'x' }));
    events[index] = bad;
    const error = { code: 'validation_failed', message, field };
    expect(await read(await vibefollow('/events/batch', { events }))).toEqual({
      status: 422,
      body: { errors: [error] },
    });
    expect(mock.vibefollow.project(key).bufferedEvents()).toEqual([]);
  });

  test('a batch of 501 events is refused', async () => {
    const { vibefollow } = await open();
    const events = Array.from({ length: 501 }, () => ({ external_user_id: 'u', name: 'x' }));
    const error = { code: 'validation_failed', message: 'events must have at most 500 items', field: 'events' };
    expect(await read(await vibefollow('/events/batch', { events }))).toEqual({
      status: 422,
      body: { errors: [error] },
    });
  });

  test('bulk events carry times, and each bad one is listed', async () => {
    const { mock, vibefollow } = await open();
    const events = [
      { external_user_id: 'u', name: 'user_signed_up', timestamp: '2025-12-24T18:00:00+01:00' },
      { external_user_id: 'u', name: 'user_signed_up', timestamp: 'yesterday' },
      { external_user_id: 'u', name: '' },
    ];
    expect(await read(await vibefollow('/events/bulk', { events }))).toEqual({
      status: 200,
      body: {
        data: {
          accepted: 1,
          rejected: 2,
          errors: [
            { index: 1, code: 'validation', message: 'Invalid timestamp' },
            { index: 2, code: 'validation', message: 'name must be at least 1 character', field: 'name' },
          ],
        },
        meta: { received: 3 },
      },
    });
    expect(mock.vibefollow.project(key).bufferedEvents()).toMatchObject([{ timestamp: '2025-12-24T18:00:00+01:00' }]);
  });

  test.each([[{ events: [] }], [{}], [{ events: Array.from({ length: 1001 }, () => 1) }]])(
    'a wrong envelope of bulk events gets 400, as number %#',
    async (envelope) => {
      const { vibefollow } = await open();
      const answer = await read(await vibefollow('/events/bulk', envelope));
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'validation_failed', field: 'events' }] } });
    },
  );
});
