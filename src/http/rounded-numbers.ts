import { digestOf } from '../runtime/digest.ts';
import { listLongNumbers } from './json-text.ts';

/** A number in a JSON text that JavaScript can only hold rounded, such as 9007199254740993. */
export interface RoundedNumber {
  /** The property names and list positions that lead to it. Empty for the rest of a text with very many. */
  readonly path: readonly string[];
  /** The number as it stands in the text, its beginning and a digest if it is very long, or the digest of a rest. */
  readonly source: string;
}

const none: readonly RoundedNumber[] = Object.freeze([]);
/** Minimum number of characters of a number that may be rounded. */
const shortest = 16;
/** A longer number always counts as rounded. */
const longest = 1000;
/** A number that may be rounded. Some stand in strings. */
const longNumber = /(?:^|[\s:,[])(-?\d[\d.]{15,}(?:[eE][+-]?\d+)?)/g;

/**
 * The rounded numbers of a valid JSON text. Most texts have none, which one quick search shows. When their paths have more
 * than `maxSteps` names and positions, the rest of the text counts as one.
 */
export function findRoundedNumbers(
  text: string,
  maxSteps: number = Number.POSITIVE_INFINITY,
): readonly RoundedNumber[] {
  if (!mayHoldRounded(text)) return none;
  const found: RoundedNumber[] = [];
  let steps = 0;
  for (const { source, end, path } of listLongNumbers(text, shortest)) {
    if (!isRounded(source)) continue;
    const place = path();
    found.push({ path: place, source: shorten(source) });
    steps += place.length + 1;
    if (steps > maxSteps) return [...found, { path: [], source: digestOf(text.slice(end)) }];
  }
  return found;
}

function shorten(source: string): string {
  return source.length > longest ? `${source.slice(0, 100)}…${digestOf(source)}` : source;
}

function mayHoldRounded(text: string): boolean {
  for (const [, token = ''] of text.matchAll(longNumber)) if (isRounded(token)) return true;
  return false;
}

function isRounded(token: string): boolean {
  if (token.length < shortest || token.length > longest) return token.length > longest;
  const nearest = String(Number(token));
  return nearest !== token && toDecimal(token) !== toDecimal(nearest);
}

/** One spelling for all equal decimal numbers: its digits without outer zeros, and its exponent. */
function toDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.slice(0, lengthWithoutZeros(digits));
  if (significant === '') return whole === '' ? text : '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

/** A regular expression would look from each zero on for the end. */
function lengthWithoutZeros(digits: string): number {
  let length = digits.length;
  while (digits[length - 1] === '0') length -= 1;
  return length;
}
