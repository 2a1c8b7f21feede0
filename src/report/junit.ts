/** A test case for CI services. */
export interface TestCase {
  readonly group: string;
  readonly name: string;
  /** Duration in seconds. */
  readonly seconds?: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The kind of failure, such as `MUST`. */
  readonly type?: string;
  /** The problems of a failure, the reason for `skipped`, or the output of a passed case. */
  readonly lines: readonly string[];
  readonly properties?: Properties;
}

/** The run of all test cases. */
export interface TestSuite {
  readonly name: string;
  /** Start in ISO 8601, in UTC. */
  readonly timestamp?: string;
  /** Duration in seconds. */
  readonly seconds?: number;
  readonly properties?: Properties;
  readonly cases: readonly TestCase[];
}

type Properties = readonly (readonly [name: string, value: string])[];

/**
 * Writes test cases as JUnit XML with one suite. No library does it: they are unmaintained, or bring many packages.
 */
export function toJUnitXml({ name, timestamp, seconds, properties = [], cases }: TestSuite): string {
  const countOf = (kind: TestCase['outcome']): number => cases.filter(({ outcome }) => outcome === kind).length;
  const counts = { tests: cases.length, failures: countOf('failed'), errors: 0, skipped: countOf('skipped') };
  // The schema of JUnit has no milliseconds and no zone.
  const start = timestamp === undefined ? {} : { timestamp: timestamp.slice(0, 19) };
  const attributes = { name, ...counts, ...toTime(seconds), ...start };
  const suite = toElement('testsuite', attributes, [...toProperties(properties), ...cases.map(toCase)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toElement('testsuites', { ...counts, ...toTime(seconds) }, [suite])}\n`;
}

function toTime(seconds: number | undefined): { readonly time?: string } {
  return seconds === undefined ? {} : { time: seconds.toFixed(3) };
}

function toProperties(properties: Properties): string[] {
  const items = properties.map(([name, value]) => toElement('property', { name, value }, []));
  return items.length === 0 ? [] : [toElement('properties', {}, items)];
}

/** Its name contains the group, because some CI services show only the name. */
function toCase({ group, name, seconds, outcome, type, lines, properties = [] }: TestCase): string {
  const [message = ''] = lines;
  const text = escapeXml(lines.join('\n'));
  const inside = {
    passed: lines.length === 0 ? [] : [toElement('system-out', {}, [text])],
    failed: [toElement('failure', { message, ...(type !== undefined && { type }) }, [text])],
    skipped: [toElement('skipped', { message }, [text])],
  };
  const attributes = { classname: group, name: `${group}/${name}`, ...toTime(seconds) };
  return toElement('testcase', attributes, [...toProperties(properties), ...inside[outcome]]);
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

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };

/**
 * Escapes text for XML 1.0. It replaces control characters and lone surrogates, which XML 1.0 forbids. All line separators
 * are references, so a text is one line of the file for every reader.
 */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\n\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(
      /[&<>"\n\u0085\u2028\u2029]/g,
      (character) => `&${entities[character] ?? `#${character.charCodeAt(0)}`};`,
    );
}
