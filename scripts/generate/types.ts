import openapiTS, { astToString } from 'openapi-typescript';
import { resolve, type Document, type Json } from './documents.ts';

/** The types of a document, with comments in the form that editors show. */
export async function toTypes(document: Document): Promise<string> {
  const described = describeReferences(structuredClone(document));
  const types = await openapiTS(JSON.stringify(described), { alphabetize: false });
  return astToString(types).replaceAll(/^( *)\/\*\*([\s\S]*?)\*\/\n/gm, (_, indent: string, comment: string) =>
    toDocComment(indent, comment),
  );
}

/** Copies the description of a schema to each property that refers to it and has no own description. */
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

/** A line that begins with a tag, and the indented lines that continue it. */
const tagged = /^@(\w+) ?(.*(?:\n(?!@\w).*)*)/gm;

/**
 * Editors show the text before the first tag, but openapi-typescript writes the text after `@description`. It also
 * repeats the type with `@enum`, `@constant` and the format. A comment needs more than one line, because the bundled
 * types put a short comment behind the previous property.
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
