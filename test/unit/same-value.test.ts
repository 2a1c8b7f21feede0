import { expect, test } from 'vitest';
import { findDifferentPath } from '../../src/runtime/same-value.ts';

/** An object in an object, and so on. The innermost one has a `big` value, whose reads are counted, before the `last` one. */
function nest(levels: number, last: number, read: () => void): object {
  const innermost = {
    get big(): string {
      read();
      return 'equal';
    },
    last,
  };
  return Array.from({ length: levels }).reduce<object>((inner) => ({ inner }), innermost);
}

test('the search for a difference reads each value once, however deep it is', () => {
  let reads = 0;
  const read = (): void => void (reads += 1);
  expect(findDifferentPath(nest(500, 1, read), nest(500, 2, read))).toBe(`${'inner.'.repeat(500)}last`);
  expect(reads).toBe(2);
});

test.each([
  [{ a: 1 }, { a: 1 }, undefined],
  [{ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }, undefined],
  [{ a: 1 }, { a: 1, b: null }, 'b'],
  [{ a: { b: [1, { c: 1 }] } }, { a: { b: [1, { c: 2 }] } }, 'a.b'],
  [[1], { 0: 1 }, ''],
  [{ a: [] }, { a: {} }, 'a'],
])('the first difference of %j and %j is %j', (value, other, path) => {
  expect(findDifferentPath(value, other)).toBe(path);
});
