import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJsonReader } from '../../src/runtime/json-reader.ts';

type Result = { readonly value: unknown } | { readonly problem: string };

/** Reads bytes in chunks of the given sizes, again and again. */
function read(bytes: Uint8Array, sizes: readonly number[], maxDepth = 1000): Result {
  const reader = createJsonReader({ maxDepth });
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    const problem = reader.write(bytes.subarray(at, at + size));
    if (problem !== undefined) return { problem };
    at += size;
  }
  return reader.end();
}

function parse(bytes: Uint8Array): Result {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return { problem: 'some' };
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const gap = fc.constantFrom('', ' ', '\n\t ', '\r\n');
const name = fc.constantFrom('a', '__proto__', '7', 'ü"\\', '\u{1f600}', '');
const { value: json } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.jsonValue({ maxDepth: 0 }).map((value) => JSON.stringify(value)),
    fc.constantFrom('-0.5e+7', '9007199254740993', '"\\ud83d\\ude00\\u0000\\/"', '"]}"', '"\\\\"', '"\\""', '{}', '[]'),
    list('[', ']', tie('value')),
    fc.uniqueArray(name, { maxLength: 4 }).chain((names) =>
      fc.tuple(gap, ...names.map(() => tie('value'))).map(([space, ...values]) =>
        wrap(
          '{',
          '}',
          space,
          values.map((value, at) => `${JSON.stringify(names[at])}${space}:${space}${value}`),
        ),
      ),
    ),
  ),
}));

function list(open: string, close: string, item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(gap, fc.array(item, { maxLength: 4 })).map(([space, items]) => wrap(open, close, space, items));
}

function wrap(open: string, close: string, space: string, parts: readonly string[]): string {
  return `${open}${space}${parts.join(`${space},${space}`)}${space}${close}${space}`;
}

test('JSON in chunks of any size gives the value of JSON.parse', () => {
  fc.assert(
    fc.property(json, sizes, fc.boolean(), (text, given, hasMark) => {
      const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + text);
      const expected = { value: JSON.parse(text) as unknown };
      for (const one of [given, [bytes.length]]) {
        const found = read(bytes, one);
        expect(found).toEqual(expected);
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('bytes that JSON.parse refuses are refused, in chunks of any size', () => {
  const bytes = fc.constantFrom(...Buffer.from('[]{},:"\\ 1e-tn\n'), 0, 0x80, 0xc3, 0xef, 0xff);
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 2 }), fc.array(bytes, { maxLength: 2 }));
  let refused = 0;
  fc.assert(
    fc.property(json, change, sizes, (text, [at, removed, added], given) => {
      const changed = [...Buffer.from(text)];
      changed.splice(at % (changed.length + 1), removed, ...added);
      const all = Uint8Array.from(changed);
      const expected = parse(all);
      const found = read(all, given);
      if ('problem' in expected) {
        refused += 1;
        expect(found).toHaveProperty('problem');
      } else if ('problem' in found) expect(found.problem).toMatch(/^has the property ".*" twice$/);
      else expect(found).toEqual(expected);
    }),
    { seed: 1, numRuns: 5000 },
  );
  expect(refused).toBeGreaterThan(1000);
});

test.each([
  ['', 'is not valid JSON'],
  [' ', 'is not valid JSON'],
  ['\uFEFF', 'is not valid JSON'],
  ['{"a":[1,2', 'is not valid JSON'],
  ['{"a":1}x', 'is not valid JSON'],
  ['{"a":1}{}', 'is not valid JSON'],
  ['[1,]', 'is not valid JSON'],
  ['[1 2]', 'is not valid JSON'],
  ['{"a":[}', 'is not valid JSON'],
  ['{"a":{"b":[],"b":[]}}', 'has the property "b" twice'],
  ['[[[[[[]]]]]]', 'is nested deeper than 5 levels'],
  ['{"a":{"a":{"a":{"a":{"a":{}}}}}}', 'is nested deeper than 5 levels'],
  ['['.repeat(200_000), 'is nested deeper than 5 levels'],
])('%.20j %s', (text, problem) => {
  expect(read(Buffer.from(text), [1], 5)).toEqual({ problem });
  expect(read(Buffer.from(text), [1_000_000], 5)).toEqual({ problem });
});

test('a part is refused when it is so long that no string can hold it', () => {
  const reader = createJsonReader({ maxDepth: 10 });
  const chunk = Buffer.alloc(2 ** 20, 'a');
  expect(reader.write(Buffer.from('{"list":["'))).toBeUndefined();
  let problem: string | undefined;
  for (let count = 0; count < 300; count += 1) problem ??= reader.write(chunk);
  expect([problem, reader.end()]).toEqual([
    expect.stringMatching(/^has a part of more than 268435456 bytes$/),
    { problem },
  ]);
});

test('bytes that are no UTF-8 are refused', () => {
  expect(read(Buffer.from('["ü"]', 'latin1'), [1])).toEqual({ problem: 'is not valid UTF-8' });
});

test('the depth of a value does not count for the next one', () => {
  const value = { a: [[[[]]]], b: { c: { d: {} } } };
  expect(read(Buffer.from(JSON.stringify(value)), [1], 5)).toEqual({ value });
});
