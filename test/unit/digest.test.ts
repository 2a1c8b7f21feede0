import { expect, test } from 'vitest';
import { generateRecords } from 'vf-mock/certify';
import { digestOf, digestOfValue } from '../../src/runtime/digest.ts';
import { apiNames } from '../_setup.ts';

const count = 300_000;

/** Bodies that differ in a few digits, as those of an import do. */
const shapes: Readonly<Record<string, (n: number) => unknown>> = {
  'events of many users': (n) => ({ external_user_id: `usr_${n}`, name: 'trial_started' }),
  'events with a property': (n) => ({ external_user_id: 'usr_1', name: 'feature_used', properties: { count: n } }),
  'phone numbers': (n) => ({ users: [{ userId: `9190${String(n).padStart(8, '0')}`, phone: String(919e9 + n) }] }),
  'lists of two ids': (n) => [`usr_${n}`, `usr_${n + 1}`],
  'times in milliseconds': (n) => ({ users: [{ external_user_id: 'usr_1', traits: { syncedAt: 1767225600000 + n } }] }),
  'times as texts': (n) => ({ at: new Date(1767225600000 + n).toISOString() }),
  'one character in a long text': (n) => ({
    text: `${'x'.repeat(n % 97)}${String.fromCharCode(0x4e00 + Math.floor(n / 97))}`,
  }),
  'names of properties': (n) => ({ traits: { [`p${n}`]: true } }),
};

test.each(Object.entries(shapes))('no two of 300,000 near-equal bodies share a digest: %s', (_, toBody) => {
  expect(countCollisions((n) => digestOfValue(toBody(n)))).toBe(0);
});

test('no two of 300,000 near-equal texts share a digest, nor half of one by more than chance', () => {
  const toText = (n: number): string => `sk_test_${String(n).padStart(32, '0')}`;
  expect(countCollisions((n) => digestOf(toText(n)))).toBe(0);
  // Of 300,000 random words of 32 bits, 10 are expected to be met twice.
  expect(countCollisions((n) => digestOf(toText(n)).slice(0, 8))).toBeLessThan(30);
  expect(countCollisions((n) => digestOf(toText(n)).slice(8))).toBeLessThan(30);
});

test.each(apiNames)('no two of 20,000 generated records of %s share a digest', (api) => {
  const records = [...generateRecords({ api, count: 20_000, invalid: 0.2 })].map(({ record }) => record);
  const texts = new Set(records.map((record) => JSON.stringify(record)));
  expect(new Set(records.map(digestOfValue)).size).toBe(texts.size);
});

test('values that say something else have other digests', () => {
  const values = [
    ...[
      '',
      '1',
      1,
      [1],
      ['1'],
      [[1]],
      true,
      false,
      null,
      [],
      {},
      [{}],
      { '': '' },
      { a: '' },
      { '': 'a' },
      ['a', ''],
      ['', 'a'],
    ],
    ...[
      { a: 1, b: 2 },
      { a: 2, b: 1 },
      { a: { b: 1 } },
      { b: { a: 1 } },
      { ab: 1 },
      { a: 1 },
      { b: 1 },
      0.1,
      1e300,
      -1,
      2 ** 53,
    ],
    ...[
      { a: null },
      { a: [] },
      [null],
      ['ab'],
      ['a', 'b'],
      'ab',
      'a\u0000',
      'a',
      'a\u0000\u0000',
      '\ud800',
      '\ud801',
      '\ufffd',
    ],
  ];
  expect(new Set(values.map(digestOfValue)).size).toBe(values.length);
});

test('the order of properties does not matter, that in lists does, and zero has one digest', () => {
  expect(digestOfValue({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(digestOfValue({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(digestOfValue([1, 2])).not.toBe(digestOfValue([2, 1]));
  expect(digestOfValue(-0)).toBe(digestOfValue(0));
});

function countCollisions(toDigest: (n: number) => string): number {
  const digests = new Set<string>();
  for (let n = 0; n < count; n += 1) digests.add(toDigest(n));
  return count - digests.size;
}
