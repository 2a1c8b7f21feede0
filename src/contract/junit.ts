import type { CaseResult } from './check.ts';
import type { ContractReport } from './contract.ts';

/**
 * The report in the XML of JUnit, as CI services read it: a test suite for the API, a test case for each case.
 * The libraries for it are unmaintained or bring more packages than the whole of this does lines.
 */
export function toJUnit({ api, upstream, cases }: ContractReport): string {
  const countOf = (kind: CaseResult['outcome']): number => cases.filter(({ outcome }) => outcome === kind).length;
  const counts = { tests: cases.length, failures: countOf('violating'), errors: 0, skipped: countOf('skipped') };
  const suite = toElement('testsuite', { name: `vf-mock contract ${api} ${upstream}`, ...counts }, cases.map(toCase));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toElement('testsuites', counts, [suite])}\n`;
}

function toCase({ operation, name, expected, outcome, findings }: CaseResult): string {
  const inside = {
    conforming: [],
    violating: [toElement('failure', { message: findings[0] ?? '' }, [escape(findings.join('\n'))])],
    skipped: [toElement('skipped', { message: findings[0] ?? '' }, [])],
  };
  const title = `${name} (${expected.join(' or ')})`;
  return toElement('testcase', { classname: operation, name: title }, inside[outcome]);
}

function toElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[],
): string {
  const texts = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  const start = `<${name}${texts.join('')}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join('\n')}</${name}>`;
}

/** As XML 1.0 takes it: control characters and halves of surrogate pairs have no place in it at all. */
function escape(text: string): string {
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
