/** A test case for CI services. */
export interface TestCase {
  readonly group: string;
  readonly name: string;
  /** Duration in seconds. */
  readonly seconds?: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The problems, or the reason for `skipped`. */
  readonly lines: readonly string[];
}

/**
 * Writes test cases as JUnit XML with one suite. No library does it: they are unmaintained, or bring many packages.
 */
export function toJUnitXml(name: string, cases: readonly TestCase[]): string {
  const countOf = (kind: TestCase['outcome']): number => cases.filter(({ outcome }) => outcome === kind).length;
  const counts = { tests: cases.length, failures: countOf('failed'), errors: 0, skipped: countOf('skipped') };
  const suite = toElement('testsuite', { name, ...counts }, cases.map(toCase));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toElement('testsuites', counts, [suite])}\n`;
}

function toCase({ group, name, seconds, outcome, lines }: TestCase): string {
  const [message = ''] = lines;
  const inside = {
    passed: [],
    failed: [toElement('failure', { message }, [escapeXml(lines.join('\n'))])],
    skipped: [toElement('skipped', { message }, [])],
  };
  const time = seconds === undefined ? {} : { time: seconds.toFixed(3) };
  return toElement('testcase', { classname: group, name, ...time }, inside[outcome]);
}

function toElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[],
): string {
  const texts = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `<${name}${texts.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('\n')}</${name}>`;
}

/** Escapes text for XML 1.0. It replaces control characters and lone surrogates, which XML 1.0 forbids. */
function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\n': '&#10;',
  };
  return text
    .replaceAll(/[^\n\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character);
}
