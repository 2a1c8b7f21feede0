import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'vitest';

type Element = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>;

/** The attributes and the children, in their order, of each element of the common JUnit format. */
const shapes: Readonly<Record<string, { readonly attributes: RegExp; readonly children: RegExp }>> = {
  testsuites: { attributes: /^(tests|failures|errors|skipped|time)$/, children: /^testsuite $/ },
  testsuite: {
    attributes: /^(name|tests|failures|errors|skipped|time|timestamp)$/,
    children: /^(properties )?(testcase )*$/,
  },
  properties: { attributes: /^$/, children: /^(property )+$/ },
  property: { attributes: /^(name|value)$/, children: /^$/ },
  testcase: { attributes: /^(classname|name|time)$/, children: /^(properties )?(failure |skipped |system-out )?$/ },
  failure: { attributes: /^(message|type)$/, children: /^$/ },
  skipped: { attributes: /^message$/, children: /^$/ },
  'system-out': { attributes: /^$/, children: /^$/ },
};

/** Reads a report of JUnit. Each element must have the common shape, and all counts must add up. */
export function parseJUnit(xml: string): Element {
  // A replacement character is only a warning.
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') expect.fail(message);
  };
  const { documentElement: root } = new DOMParser({ onError }).parseFromString(xml, 'text/xml');
  if (root === null) return expect.fail('There is no element.');
  for (const element of root.getElementsByTagName('*')) checkShape(element);
  checkShape(root);
  for (const name of ['testsuites', 'testsuite']) {
    const suite = name === 'testsuites' ? root : (root.getElementsByTagName(name)[0] ?? root);
    const counts = { tests: 'testcase', failures: 'failure', skipped: 'skipped', errors: 'error' };
    for (const [count, tag] of Object.entries(counts)) {
      expect(suite.getAttribute(count)).toBe(String(suite.getElementsByTagName(tag).length));
    }
  }
  return root;
}

function checkShape(element: Element): void {
  const { attributes, children } = shapes[element.tagName] ?? expect.fail(`There is an element ${element.tagName}.`);
  for (const { name } of [...element.attributes]) expect(name).toMatch(attributes);
  const names = [...element.childNodes].filter(({ nodeType }) => nodeType === 1).map(({ nodeName }) => `${nodeName} `);
  expect(names.join('')).toMatch(children);
}
