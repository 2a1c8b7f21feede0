import type { components } from '../generated/admin.ts';

/** A number, a list of numbers, or one of the texts `2`, `1,3`, `<2`, `<=2`, `>4`, `>=4` and `2-5`. */
export type NumberRange = components['schemas']['NumberRange'];

/** Whether a number is in a range. Without a range, every number is. */
export function isInRange(ordinals: NumberRange | undefined, number: number): boolean {
  if (ordinals === undefined) return true;
  if (typeof ordinals === 'number') return ordinals === number;
  if (typeof ordinals !== 'string') return ordinals.includes(number);
  if (/^[\d,]+$/.test(ordinals)) return ordinals.split(',').includes(String(number));
  const [from, to] = toRange(ordinals);
  return number >= from && number <= to;
}

/** Whether a range contains no number, such as `5-2`. */
export function isEmptyRange(ordinals: NumberRange | undefined): boolean {
  if (typeof ordinals !== 'string' || /^[\d,]+$/.test(ordinals)) return false;
  const [from, to] = toRange(ordinals);
  return from > to;
}

/** The first and the last number of a range, such as 2 and 5 of `2-5`. */
function toRange(text: string): readonly [number, number] {
  const [, bound = '', limit, from, to] = /^(?:([<>]=?)(\d+)|(\d+)-(\d+))$/.exec(text) ?? [];
  if (from !== undefined) return [Number(from), Number(to)];
  const edge = Number(limit) + (bound === '<' ? -1 : bound === '>' ? 1 : 0);
  return bound.startsWith('<') ? [1, edge] : [edge, Infinity];
}
