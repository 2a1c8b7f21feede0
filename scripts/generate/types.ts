import openapiTS, { astToString } from 'openapi-typescript';
import { resolve, type Document, type Json } from './documents.ts';

/** The types of a document, with comments as editors show them. */
export async function toTypes(document: Document): Promise<string> {
  const described = describeReferences(structuredClone(document));
  const types = await openapiTS(JSON.stringify(described), { alphabetize: false });
  return astToString(types).replaceAll(/^( *)\/\*\*([\s\S]*?)\*\/\n/gm, (_, indent: string, comment: string) =>
    toDocComment(indent, comment),
  );
}

/** Gives each property that refers to a schema, and says nothing itself, the description of that schema. */
function describeReferences(document: Document): Document {
  function visit(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    for (const property of Object.values(Object((part as Json)['properties']) as Json)) {
      if (isReference(property)) property['description'] ??= resolve(property, document)['description'];
    }
    for (const inner of Object.values(part)) visit(inner);
  }

  visit(document.components);
  visit(document.paths);
  return document;
}

function isReference(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && typeof (value as Json)['$ref'] === 'string';
}

/** Each line that begins with a tag, and the lines that continue it, which are indented. */
const tagged = /^@(\w+) ?(.*(?:\n(?!@\w).*)*)/gm;

/**
 * Editors show text that no tag is before, and then the tags. openapi-typescript writes `@description` before the text, and
 * repeats what the type says: `@enum`, `@constant` and, before the description, the format. A comment of one line would
 * come behind the property before it in the bundled types, where editors do not see it.
 */
function toDocComment(indent: string, comment: string): string {
  const text = comment
    .replaceAll(/^ *\* ?/gm, '')
    .replaceAll(/^ {4}/gm, '')
    .trim();
  const tags = [...text.matchAll(tagged)].map(([, name = '', value = '']) => ({ name, value }));
  const description = tags.find(({ name }) => name === 'description')?.value;
  const before = text.slice(0, /^@\w/m.exec(text)?.index).trim();
  const summary = description === undefined ? before : before.replace(/^Format: .*$/m, '').trim();
  const kept = tags.filter(({ name }) => ['default', 'example', 'deprecated'].includes(name));
  const paragraphs = [summary, description ?? '', kept.map(({ name, value }) => `@${name} ${value}`.trim()).join('\n')];
  const lines = paragraphs
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .split('\n');
  if (lines.join('') === '') return '';
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
