import { expect, test } from 'vitest';
import type { Exchange } from 'vf-mock';
import { toLine, widthOf } from '../../src/cli/line.ts';
import { toExchangeLine } from '../../src/cli/log-line.ts';

const base = {
  api: 'vibefollow',
  at: 0,
  duration: 9,
  method: 'POST',
  path: '/',
  operation: 'bulkUpsertUsers',
  call: 1,
  attempt: 2,
};

function show(changes: object, columns = 80): string {
  const rejected = Array.from({ length: 1000 }, (_, index) => ({ index, id: `u${index}`, message: 'bad' }));
  const exchange = { ...base, status: 200, records: 1000, rejected, waited: 1190, requiredWait: 2000, ...changes };
  const screen = { columns: () => columns, hasColors: false };
  return toLine(toExchangeLine(exchange as unknown as Exchange, columns), screen).slice(9);
}

test.each([
  { name: 'long name', operation: 'bulkCreateOrUpdateUserProfiles' },
  { name: 'long tenant', tenant: 'a-tenant-with-a-long-name-of-its-own' },
  { name: 'five digits', call: 12_345 },
])('at 80 columns rejections and a wait that was too short are always seen: $name', (changes) => {
  const line = show(changes);
  expect(widthOf(line)).toBeLessThanOrEqual(71);
  expect(line).toContain('1,000  1,000 rejected, waited 1.1 of 2 s !');
});

test('columns line up whatever the number of the call', () => {
  const places = [1, 123, 12_345].map((call) => show({ call, rejected: [] }).indexOf('bulkUpsertUsers'));
  expect(new Set(places).size).toBe(1);
});

test('an emoji with a selector takes two columns, and a combining mark none', () => {
  expect(['\u2600\uFE0F', '\u{1F389}\uFE0F', 'e\u0301', '\u6771'].map(widthOf)).toEqual([2, 2, 1, 2]);
});
