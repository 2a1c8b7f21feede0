import { expect, test, vi } from 'vitest';
import { findRoundedNumbers } from '../../src/http/rounded-numbers.ts';

const sourcesOf = (text: string): string[] => findRoundedNumbers(text).map(({ source }) => source);

test('zeros at the end of a number do not make it rounded, and zeros inside are kept', () => {
  const zeros = '0'.repeat(300);
  const exact = `1.${zeros},10${zeros.slice(10)},0.50${zeros},0.${zeros}`;
  expect(sourcesOf(`[${exact}]`)).toEqual([]);
  expect(sourcesOf(`[1.${zeros}1,1${zeros.slice(10)}1]`)).toEqual([`1.${zeros}1`, `1${zeros.slice(10)}1`]);
});

test('no pattern looks for the end of a number from each of its zeros on', () => {
  const replace = vi.spyOn(String.prototype, 'replace');
  sourcesOf(`[1${'0'.repeat(900)}1]`);
  const patterns = replace.mock.calls.flatMap(([pattern]) => toSources(pattern));
  replace.mockRestore();
  expect(patterns.filter((pattern) => pattern.includes('+$'))).toEqual([]);
});

function toSources(pattern: unknown): string[] {
  return pattern instanceof RegExp ? [pattern.source] : [];
}
