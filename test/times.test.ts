import { expect, test } from 'vitest';
import { key, read, throughEachAdapter } from './_setup.ts';

/** Times of one rule (VF-22, YE-30). */
const right = [
  '2026-01-05T09:30:00Z',
  '2026-01-05T09:30:00.000Z',
  '2026-01-05T09:30Z',
  '2026-01-05T09:30+05:30',
  '2026-01-05T09:30:00-00:00',
  '2026-01-05T09:30:00+23:59',
  '2026-01-05T09:30:00.123456789012Z',
  '2024-02-29T00:00:00Z',
  '2000-02-29T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
];

const wrong = [
  '',
  'yesterday',
  '2026-01-05',
  '2026-01-05T09:30:00',
  '2026-01-05 09:30:00Z',
  '2026-01-05t09:30:00Z',
  '2026-01-05T09:30:00z',
  '2026-01-05T09Z',
  '2026-01-05T0930Z',
  '20260105T093000Z',
  '2026-01-05T09:30:00+05',
  '2026-01-05T09:30:00+0530',
  '2026-01-05T09:30:00+5:30',
  '2026-01-05T09:30:00 05:30',
  '2026-01-05T09:30:00+24:00',
  '2026-01-05T09:30:00+05:60',
  '2026-01-05T09:30:00+05:30:00',
  '2026-01-05T09:30:00\u221205:30',
  '2026-01-05T09:30:00ZZ',
  '2026-01-05T09:30:00Z ',
  ' 2026-01-05T09:30:00Z',
  '2026-01-05T09:30:00Z\n',
  '2026-01-05T09:30:00,5Z',
  '2026-01-05T09:30:00.Z',
  '2026-01-05T09:30.5Z',
  '2026-01-05T24:00:00Z',
  '2026-01-05T09:60:00Z',
  '2016-12-31T23:59:60Z',
  '2026-02-30T09:30:00Z',
  '2026-02-29T09:30:00Z',
  '1900-02-29T09:30:00Z',
  '2026-04-31T09:30:00Z',
  '2026-13-01T09:30:00Z',
  '2026-00-01T09:30:00Z',
  '2026-01-00T09:30:00Z',
  '12026-01-05T09:30:00Z',
  '+012026-01-05T09:30:00Z',
  '-000001-01-05T09:30:00Z',
  '26-01-05T09:30:00Z',
  '\u0662\u0660\u0662\u0666-01-05T09:30:00Z',
  '2026-W02-1T09:30:00Z',
  '2026-005T09:30:00Z',
];

const days = {
  right: ['1990-04-30', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'],
  wrong: [
    '',
    '1990-4-30',
    '19900430',
    '30-04-1990',
    '1990-02-30',
    '2023-02-29',
    '1900-02-29',
    '1990-00-01',
    '1990-13-01',
  ],
};

throughEachAdapter((open) => {
  test('a timestamp of events/bulk is right or wrong by the one rule', async () => {
    const { mock, vibefollow } = await open();
    const events = [...right, ...wrong].map((timestamp) => ({
      external_user_id: 'u',
      name: `at ${timestamp}`,
      timestamp,
    }));
    const { body } = await read(await vibefollow('/events/bulk', { events }));
    const { errors } = (body as { data: { errors: { index: number; message: string }[] } }).data;
    expect(errors.map(({ index }) => events[index]?.timestamp)).toEqual(wrong);
    expect(new Set(errors.map(({ message }) => message))).toEqual(new Set(['Invalid timestamp']));
    expect(
      mock.vibefollow
        .project(key)
        .bufferedEvents()
        .map(({ timestamp }) => timestamp),
    ).toEqual(right);
  });

  test('an offsetTimestamp is right or wrong by the same rule', async () => {
    const { yellow } = await open();
    const statusOf = async (time: string): Promise<number> =>
      (await yellow('GET', `/event?userId=1&offsetTimestamp=${encodeURIComponent(time)}`)).status;
    expect(await Promise.all(right.map(statusOf))).toEqual(right.map(() => 200));
    expect(await Promise.all(wrong.map(statusOf))).toEqual(wrong.map(() => 400));
  });

  test('a date of birth is a day of the calendar', async () => {
    const { yellow } = await open();
    const statusOf = async (dob: string): Promise<number> =>
      (await yellow('POST', '/user', { userId: '1', dob })).status;
    expect(await Promise.all(days.right.map(statusOf))).toEqual(days.right.map(() => 200));
    expect(await Promise.all(days.wrong.map(statusOf))).toEqual(days.wrong.map(() => 400));
  });
});
