import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonPieces } from '../../src/runtime/json-pieces.ts';

const leaf = fc.oneof(
  fc.jsonValue({ maxDepth: 0 }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    new Date(0),
    () => 1,
    Symbol('s'),
    new Map([[1, 2]]),
    Object('text'),
    '\ud83d',
  ),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 7 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', '__proto__', '7', 'ü"\n', 'b'), tie('value'), { maxKeys: 4 }),
  ),
}));

test('the pieces are the text of JSON.stringify', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect([...toJsonPieces(value)].join('')).toBe((JSON.stringify(value) as string | undefined) ?? '');
      const spaced = [...toJsonPieces(value, '\n')].join('');
      if (spaced !== '')
        expect(JSON.stringify(JSON.parse(spaced))).toBe(JSON.stringify(JSON.parse(JSON.stringify(value))));
    }),
    { seed: 1, numRuns: 3000 },
  );
});

test('a long list comes in short pieces, and a short one in a single piece', () => {
  const users = Array.from({ length: 10_000 }, (_, at) => ({ id: at, text: 'x'.repeat(100) }));
  const pieces = [...toJsonPieces({ a: { b: { users } } })];
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  expect([...toJsonPieces({ users: users.slice(0, 3) })]).toHaveLength(1);
});

test('a text that no string can hold comes whole', () => {
  const item = { text: 'x'.repeat(2 ** 22) };
  const size = JSON.stringify(item).length;
  let length = 0;
  for (const piece of toJsonPieces({ list: Array(150).fill(item) })) length += piece.length;
  expect(length).toBe('{"list":[]}'.length + 150 * (size + 1) - 1);
  expect(length).toBeGreaterThan(2 ** 29);
});

test('nothing is written before it is asked for', () => {
  let written = 0;
  const item = { toJSON: () => (written += 1) };
  const pieces = toJsonPieces(Array.from({ length: 1_000_000 }, () => item));
  pieces.next();
  pieces.return(undefined);
  expect(written).toBeLessThan(40_000);
});

test.each([1n, { a: 1n }, [[1n]]])('what JSON cannot carry is refused', (value) => {
  expect(() => [...toJsonPieces(value)]).toThrow(TypeError);
});

test('a value that contains itself is refused', () => {
  const endless: Record<string, unknown> = {};
  endless['a'] = endless;
  expect(() => [...toJsonPieces(endless)]).toThrow(TypeError);
});
