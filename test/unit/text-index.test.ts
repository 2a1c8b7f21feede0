import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextIndex, unitsOf } from '../../src/runtime/text-index.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', '__proto__', '\ud800', 'x'.repeat(300), 'a', 'b'),
  fc.nat({ max: 300 }).map((number) => `usr_${number}`),
);

test('an index finds what a Map finds, at the same positions', () => {
  const property = fc.property(
    fc.array(fc.array(text)),
    fc.nat({ max: 200 }),
    fc.array(text),
    (lists, limit, others) => {
      const index = createTextIndex();
      const map = new Map<string, number>();
      let size = 0;
      for (const list of lists) {
        const expected = list.map((one) => {
          if (one === '' || map.has(one) || size >= limit) return map.get(one) ?? -1;
          size += unitsOf(one);
          map.set(one, map.size);
          return map.size - 1;
        });
        expect([...index.findOrAddAll(list, limit)]).toEqual(expected);
      }
      expect([index.texts, index.size()]).toEqual([[...map.keys()], size]);
      for (const one of [...lists.flat(), ...others]) expect([one, index.find(one)]).toEqual([one, map.get(one) ?? -1]);
    },
  );
  fc.assert(property, { seed: 1, numRuns: 300 });
});

test('an index of 100,000 texts that differ little finds each of them', () => {
  const texts = Array.from({ length: 100_000 }, (_, at) => `user-${String(at).padStart(12, '0')}`);
  const index = createTextIndex();
  index.findOrAddAll(texts, Infinity);
  expect(texts.findIndex((one, at) => index.find(one) !== at)).toBe(-1);
  expect(index.find('user-')).toBe(-1);
});
