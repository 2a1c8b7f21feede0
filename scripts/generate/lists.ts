import { operationsOf, resolve, type Document, type Documents, type Json } from './documents.ts';

/**
 * A list in admin.yaml that repeats a part of the vendors' documents: the comment that names the part, the list, and
 * the comment that ends it.
 */
const marked = /^( *)# Generated: (.+)\n[\s\S]*?^ *# End of what is generated\.$/gm;

/** The function for each kind of list, by the first word of the comment. The other words are the arguments. */
const kinds: Readonly<Record<string, (documents: Documents, ...args: readonly string[]) => string[]>> = {
  apis: (documents) => ['enum:', ...toItems(Object.keys(documents))],
  operations: (documents) => ['enum:', ...toItems(Object.values(documents).flatMap(toIds))],
  properties: (documents, api = '', schema = '') =>
    toIds(get(documents, api)).map((id) => `${id}: { $ref: '#/components/schemas/${schema}' }`),
  successes: (documents, api = '') => ['enum:', ...toItems(toSuccesses(get(documents, api)))],
  parameter: (documents, api = '', name = '') => ['enum:', ...toItems(toValues(get(documents, api), name))],
};

/** Fills the lists in the text of admin.yaml from the documents of the vendors. */
export function fillLists(text: string, documents: Documents): string {
  return text.replace(marked, (_, indent: string, what: string) => {
    const [kind = '', ...args] = what.split(' ');
    const toLines = kinds[kind];
    if (!toLines) throw new Error(`admin.yaml asks for "${what}". Use one of ${Object.keys(kinds).join(', ')}.`);
    const lines = [`# Generated: ${what}`, ...toLines(documents, ...args), '# End of what is generated.'];
    return lines.map((line) => indent + line).join('\n');
  });
}

function get(documents: Documents, api: string): Document {
  const document = documents[api];
  if (!document) throw new Error(`admin.yaml names "${api}". Use one of ${Object.keys(documents).join(', ')}.`);
  return document;
}

function toItems(values: readonly unknown[]): string[] {
  return values.map((value) => `  - ${String(value)}`);
}

function toIds(document: Document): string[] {
  return operationsOf(document).map(({ operation }) => operation.operationId);
}

/** The statuses of successes. */
function toSuccesses(document: Document): number[] {
  const statuses = operationsOf(document).flatMap(({ operation }) => Object.keys(operation.responses).map(Number));
  return [...new Set(statuses)].filter((status) => status >= 200 && status < 300).sort();
}

/** The allowed values of a parameter. */
function toValues(document: Document, name: string): unknown[] {
  const parameters = operationsOf(document).flatMap(({ operation }) => operation.parameters ?? []);
  const found = parameters.map((one) => resolve(one, document)).find((one) => one['name'] === name);
  const values = resolve((found?.['schema'] ?? {}) as Json, document)['enum'];
  if (!Array.isArray(values)) throw new Error(`admin.yaml asks for the values of "${name}", which lists none.`);
  return values as unknown[];
}
