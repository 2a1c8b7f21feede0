import { expect, test } from 'vitest';
import { createBoundedMap } from '../../src/runtime/bounded-map.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `name ${at}`);

test('names and places count too, so entries without a value do not grow without end', () => {
  const map = createBoundedMap<number>(100_000);
  for (const [at, name] of names(10_000).entries()) map.set(name, at);
  const kept = names(10_000).filter((name) => map.get(name) !== undefined);
  expect(kept.length).toBeLessThan(1000);
  expect(kept).toEqual(names(10_000).slice(-kept.length));
});

test('the oldest eighth goes when the map is full, and what was set again is young', () => {
  const map = createBoundedMap<string>(4000);
  for (const name of ['a', 'b', 'c']) map.set(name, name, 1000);
  map.set('a', 'again', 1000);
  map.set('d', 'd', 1000);
  expect(['a', 'b', 'c', 'd'].map((name) => map.get(name))).toEqual(['again', undefined, 'c', 'd']);
  map.set('huge', 'huge', 4000);
  expect(map.get('huge')).toBe(undefined);
});
