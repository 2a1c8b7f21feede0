import { describe, expect, test } from 'vitest';
import { documents } from 'vf-mock';
import { bot, key, open, throughEachAdapter, type Bench } from './_setup.ts';

const long = (length: number): string => 'a'.repeat(length);
/** An address of this length, with labels of 63 characters. */
const addressOf = (length: number): string => `a@${`${long(63)}.`.repeat(4).slice(0, length - 2 - 4)}.com`;

const valid = [
  'ada@example.com',
  'a@b.c',
  'A.B+tag@EXAMPLE.co.uk',
  "o'neill!#$%&*/=?^_`{|}~-@example.com",
  `${long(64)}@example.com`,
  `a@${long(63)}.com`,
  'a@xn--mnchen-3ya.de',
  'a@example.xn--p1ai',
  'a@1.2.3.com',
  'a@4.example',
  addressOf(254),
];

const invalid = [
  '',
  'ada',
  'ada@',
  '@example.com',
  'a@b@example.com',
  `${long(65)}@example.com`,
  `a@${long(64)}.com`,
  addressOf(255),
  'a@1.2.3.4',
  'a@[1.2.3.4]',
  'a@[IPv6:::1]',
  'a@example.1',
  'a@localhost',
  'a@example',
  'a@example.',
  'a@.example.com',
  'a@example..com',
  'a@-example.com',
  'a@example-.com',
  'a@exam_ple.com',
  '.a@example.com',
  'a.@example.com',
  'a..b@example.com',
  '"a b"@example.com',
  '"a"@example.com',
  'a(comment)@example.com',
  'Ada <ada@example.com>',
  ' a@example.com',
  'a@example.com ',
  'a@example.com\n',
  'ü@example.com',
  'a@münchen.de',
  'a@пример.рф',
  'a@example.com,b@example.com',
  'mailto:a@example.com',
];

/** Stores a user with an e-mail address in each way that an API has. Returns whether each way took it. */
const ways: Readonly<Record<string, (bench: Bench, email: string) => Promise<boolean>>> = {
  'VibeFollow, one': async ({ vibefollow }, email) =>
    (await vibefollow('/users', { external_user_id: 'usr_1', email })).status === 202,
  'VibeFollow, bulk': async ({ mock, vibefollow }, email) => {
    await vibefollow('/users/bulk', { users: [{ external_user_id: 'usr_1', email }] });
    return mock.vibefollow.project(key).userCount() === 1;
  },
  'Yellow.ai, one': async ({ yellow }, email) => (await yellow('POST', '/user', { userId: '1', email })).ok,
  'Yellow.ai, update': async ({ mock, yellow }, email) => {
    mock.yellow.bot(bot).seed([{ userId: '1' }]);
    return (await yellow('PUT', '/user/1', { email })).ok;
  },
  'Yellow.ai, bulk': async ({ yellow }, email) =>
    (await yellow('POST', '/user/create-bulk', { users: [{ userId: '1', email }] })).ok,
  'Yellow.ai, event': async ({ yellow }, email) =>
    (await yellow('POST', '/event', { userId: '1', eventName: 'login', userProperties: { email } })).ok,
};

throughEachAdapter((open) => {
  test.each(Object.entries(ways))('%s takes the same e-mail addresses', async (_name, store) => {
    const bench = await open();
    const taken: string[] = [];
    for (const email of [...valid, ...invalid]) {
      bench.mock.reset();
      if (await store(bench, email)) taken.push(email);
    }
    expect(taken).toEqual(valid);
  });
});

describe.each(invalid)('%j', (email) => {
  test('is refused by seed', async () => {
    const { mock } = await open();
    expect(() => mock.vibefollow.project(key).seed([{ external_user_id: 'usr_1', email }])).toThrow(/email/);
    expect(() => mock.yellow.bot(bot).seed([{ userId: '1', email }])).toThrow(/email/);
    expect(mock.stored()).toEqual([]);
  });
});

test('both documents state one rule', () => {
  const { vibefollow, yellow } = documents;
  expect(vibefollow.components.schemas['EmailAddress']).toBeDefined();
  expect(yellow.components.schemas['EmailAddress']).toEqual(vibefollow.components.schemas['EmailAddress']);
});

test('the rule of the documents needs no format, and takes no long time', () => {
  const {
    pattern = '',
    maxLength = 0,
    not,
  } = documents.yellow.components.schemas['EmailAddress'] as {
    pattern?: string;
    maxLength?: number;
    not?: { pattern: string };
  };
  const isAllowed = (email: string): boolean =>
    email.length <= maxLength &&
    new RegExp(pattern, 'u').test(email) &&
    !new RegExp(not?.pattern ?? '', 'u').test(email);
  expect([...valid, ...invalid].filter(isAllowed)).toEqual(valid);
  expect(isAllowed(`${'a.'.repeat(126)}!`)).toBe(false);
});
