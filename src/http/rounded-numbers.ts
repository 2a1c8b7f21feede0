/** A number in a JSON text that JavaScript can only hold rounded, such as 9007199254740993. */
export interface RoundedNumber {
  /** The property names and list positions that lead to it. */
  readonly path: readonly string[];
  /** The number as it stands in the text. */
  readonly source: string;
}

const none: readonly RoundedNumber[] = Object.freeze([]);
/** A property that marks the place of a rounded number. No client has a reason to send it. */
const mark = '\u0000rounded';
/** A number that may be rounded. Some stand in strings. */
const longNumber = /(?:^|[\s:,[])(-?\d[\d.]{15,}(?:[eE][+-]?\d+)?)/g;
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The rounded numbers of a valid JSON text. Most texts have none, which one quick search shows. */
export function findRoundedNumbers(text: string): readonly RoundedNumber[] {
  if (![...text.matchAll(longNumber)].some(([, token = '']) => isRounded(token))) return none;
  let count = 0;
  const marked = text.replaceAll(stringOrNumber, (token) => {
    if (token.startsWith('"') || !isRounded(token)) return token;
    count += 1;
    return `{"${JSON.stringify(mark).slice(1, -1)}":"${token}"}`;
  });
  return count === 0 ? none : [...listMarks(JSON.parse(marked), [])];
}

function* listMarks(value: unknown, path: readonly string[]): Generator<RoundedNumber> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === mark) yield { path, source: String(part) };
    else yield* listMarks(part, [...path, name]);
  }
}

function isRounded(token: string): boolean {
  return token.length > 15 && toDecimal(token) !== toDecimal(String(Number(token)));
}

/** One spelling for all equal decimal numbers: its digits without outer zeros, and its exponent. */
function toDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return whole === '' ? text : '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
