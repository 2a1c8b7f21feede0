import { expect, test } from 'vitest';
import { generateRecords } from 'vf-mock/certify';
import { toTexts } from '../../src/records/records.ts';
import { parseCsv, toFile } from '../_records.ts';
import { apiNames } from '../_setup.ts';

test.each(apiNames)('a CSV file of %s says of each valid record what its texts are', (api) => {
  const records = [...generateRecords({ api, count: 2000 })];
  expect(parseCsv(toFile(records, 'csv', api))).toEqual(records.map(({ record }) => toTexts(record)));
});

test('the texts of a record are those of its values by their paths, without what is empty', () => {
  const record = {
    userId: '007',
    seats: 1e21,
    isTrial: false,
    tags: ['a,b', 1, null, {}],
    none: null,
    text: '',
    bag: {},
  };
  const deep = { a: { 'b c': { d: -0.5, constructor: 'x', e: [] } }, ['__proto__']: { f: 1 } };
  expect(Object.entries(toTexts({ ...record, ...deep }))).toEqual([
    ['userId', '007'],
    ['seats', '1e+21'],
    ['isTrial', 'false'],
    ['tags', 'a,b;1;null;{}'],
    ['a.b c.d', '-0.5'],
    ['a.b c.constructor', 'x'],
    ['__proto__.f', '1'],
  ]);
});
