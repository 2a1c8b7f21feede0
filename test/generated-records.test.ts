import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateRecords, writeRecords, type RecordFormat, type RecordOptions } from 'vf-mock/certify';
import 'vf-mock/vitest';
import { messageOf } from './_messages.ts';
import { countUsers, parseCsv, sendAll, toFile, toRecord } from './_records.ts';
import { apiNames, open } from './_setup.ts';

const someOptions: fc.Arbitrary<Required<RecordOptions>> = fc.record({
  api: fc.constantFrom(...apiNames),
  count: fc.integer({ min: 0, max: 300 }),
  invalid: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

/** The error messages that generated invalid records cause. */
const complaints = {
  vibefollow: [
    'Invalid email',
    'email must be at most 254 characters',
    'email must be a string',
    'traits must be an object',
    'external_user_id must be at least 1 character',
    'external_user_id is required',
    'external_user_id must be a string',
  ],
  yellow: [
    'Row [0]: Invalid email',
    'Row [0]: Invalid phone',
    'Row [0]: Invalid dob',
    'Row [0]: emailOptin must be a boolean',
    'Row [0]: tags must be an array',
    'Row [0]: email must be at most 254 characters',
    'Row [0]: email must be a string',
    'Row [0]: firstName must be a string',
    'Row [0]: tags[1] must be a string',
    'Row [0]: whatsAppOptin must be a boolean',
  ],
};

const cases = apiNames.flatMap((api) => [1, 7, 4_294_967_295].map((seed) => [api, seed] as const));

test.each(cases)('%s stores each valid record of the seed %i as it is, and rejects each other', async (api, seed) => {
  const bench = await open();
  const records = [...generateRecords({ api, seed, count: 3000, invalid: 0.02 })];
  const valid = records.filter(({ isValid }) => isValid).map(({ record }) => record);

  expect([...new Set(await sendAll(bench, api, records))].sort()).toEqual([...complaints[api]].sort());

  expect(valid).toHaveLength(2940);
  expect(countUsers(bench, api)).toBe(2940);
  expect(bench.mock).toHaveDelivered(valid);
});

test.each(cases)('%s takes the CSV of the seed %i by what is valid and what is not, too', async (api, seed) => {
  const bench = await open();
  const records = [...generateRecords({ api, seed, count: 1000, invalid: 0.05 })];
  const rows = parseCsv(toFile(records, 'csv', api)).map((row, at) => {
    const { isValid = false } = records[at] ?? {};
    return { record: toRecord(row), id: row['userId'] ?? row['external_user_id'] ?? '', isValid };
  });

  await sendAll(bench, api, rows);

  expect(rows.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
  expect(countUsers(bench, api)).toBe(950);
  expect(bench.mock).toHaveDelivered(rows.flatMap(({ record, isValid }) => (isValid ? [record] : [])));
});

test('exactly the share that was asked for is invalid, and each record can be told from the others', () => {
  fc.assert(
    fc.property(someOptions, (options) => {
      const records = [...generateRecords(options)];
      expect(records).toHaveLength(options.count);
      expect(records.filter(({ isValid }) => !isValid)).toHaveLength(Math.round(options.count * options.invalid));
      const ids = records.map(({ id }) => id).filter((id) => id !== '');
      expect(new Set(ids).size).toBe(ids.length);
      expect(records.filter(({ id, isValid }) => isValid && (id === '' || id.length > 200))).toEqual([]);
      if (options.api === 'yellow') expect(ids).toHaveLength(options.count);
    }),
    { seed: 1 },
  );
});

test('whatever is made up, lines and JSON say the same, and nothing but its end breaks a line', () => {
  fc.assert(
    fc.property(someOptions, (options) => {
      const records = [...generateRecords(options)].map(({ record }) => record);
      const lines = write(options, 'ndjson').split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toStrictEqual(records);
      expect(JSON.parse(write(options, 'json'))).toStrictEqual(records);
      expect(write(options, 'json').split('\n')).toHaveLength(records.length === 0 ? 2 : records.length + 3);
    }),
    { seed: 1 },
  );
});

test('nothing is in a record that cannot be sent, or that would not come back', () => {
  for (const api of apiNames) {
    const options = { api, count: 5000, invalid: 0.1 };
    const text = write(options, 'ndjson');
    expect(Buffer.from(text).toString()).toBe(text);
    expect(text).not.toMatch(/\\u0000|\\ud[89a-f]|__proto__|-0[,}\]]/);
  }
});

test('the same seed makes the same, another makes others', () => {
  for (const format of ['ndjson', 'csv', 'json'] as const) {
    const options = { api: 'vibefollow', count: 50, invalid: 0.1 } as const;
    expect(write({ ...options, seed: 1 }, format)).toBe(write(options, format));
    expect(write({ ...options, seed: 2 }, format)).not.toBe(write(options, format));
  }
});

test('more records, and invalid ones among them, leave the valid ones as they are', () => {
  const few = [...generateRecords({ api: 'yellow', count: 100 })];
  const more = [...generateRecords({ api: 'yellow', count: 200, invalid: 0.1 })].slice(0, 100);
  for (const [at, one] of more.entries()) if (one.isValid) expect(one).toEqual(few[at]);
});

test('invalid records are anywhere in a file', () => {
  const tenths = new Set<number>();
  let at = 0;
  for (const { isValid } of generateRecords({ api: 'vibefollow', count: 10_000, invalid: 0.01 })) {
    if (!isValid) tenths.add(Math.floor(at / 1000));
    at += 1;
  }
  expect(tenths.size).toBe(10);
});

test.each(apiNames)('the first records of %s have every edge case, but for the very first', (api) => {
  const text = write({ api, count: 110 }, 'ndjson');
  for (const part of [
    'Zoe\u0308',
    'five\u2028six',
    '\\r\\n',
    '"=SUM(A1:A9)"',
    '"007"',
    '"constructor":"Ada"',
    ':null',
    ':[]',
  ]) {
    expect(text).toContain(part);
  }
  const ids = [...generateRecords({ api, count: 110 })].map(({ id }) => id);
  expect(new Set(ids.map((id) => id.replaceAll(/\d+/g, ''))).size).toBeGreaterThan(18);
  expect(Math.max(...ids.map((id) => id.length))).toBe(200);
  expect(text.split('\n')[0]).toMatch(/^\{"(external_user_id|userId)":"usr_1",.*\w"?\}+$/);
});

test.each(apiNames)('a hundred records of %s have line ends inside values that only some languages know', (api) => {
  for (const [seed, invalid] of Array.from({ length: 200 }, (_, at) => [at, (at % 3) / 50] as const)) {
    for (const format of ['ndjson', 'csv', 'json'] as const) {
      const text = write({ api, count: 100, seed, invalid }, format);
      for (const end of ['\u0085', '\u2028', '\u2029']) expect(text).toMatch(new RegExp(`\\w${end}\\w`));
    }
  }
});

test('of very many, no two have the same id', () => {
  const ids = new Set<string>();
  for (const { id } of generateRecords({ api: 'vibefollow', count: 100_000 })) ids.add(id);
  expect(ids.size).toBe(100_000);
});

test('records are made as they are asked for', () => {
  const [piece] = writeRecords(generateRecords({ api: 'yellow', count: 1e12, invalid: 0.5 }), 'ndjson', 'yellow');
  expect(piece?.length).toBeLessThan(30_000);
});

test.each<[Partial<Record<keyof RecordOptions, unknown>>, string]>([
  [{ api: 'blue' }, 'api is blue. Use one of vibefollow, yellow.'],
  [{ count: -1 }, 'count is -1. Use a whole number, 0 or more.'],
  [{ count: 1.5 }, 'count is 1.5. Use a whole number, 0 or more.'],
  [{ count: '5' }, 'count is 5. Use a whole number, 0 or more.'],
  [{ invalid: 1.1 }, 'invalid is 1.1. Use a share from 0 to 1.'],
  [{ invalid: Number.NaN }, 'invalid is NaN. Use a share from 0 to 1.'],
  [{ seed: -1 }, 'seed is -1. Use a whole number from 0 to 4294967295.'],
  [{ seed: 2 ** 32 }, 'seed is 4294967296. Use a whole number from 0 to 4294967295.'],
])('%j is refused at once', (options, problem) => {
  const generate = (): unknown => generateRecords({ api: 'yellow', count: 1, ...(options as object) });
  expect(messageOf(generate)).toBe(`Failed to generate records: ${problem}`);
});

function write(options: RecordOptions, format: RecordFormat): string {
  return toFile(generateRecords(options), format, options.api);
}
