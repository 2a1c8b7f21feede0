import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { apis, toFile } from '../scripts/generate/documents.ts';
import { toServerDocument } from '../scripts/generate/server-document.ts';

const read = async (name: string): Promise<string> => readFile(toFile(name), 'utf8');

/** The places where two values differ. */
function differ(one: unknown, other: unknown, place = ''): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? [] : [place];
  }
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const part = (whole: object, name: string): unknown => (whole as Record<string, unknown>)[name];
  return names.flatMap((name) => differ(part(one, name), part(other, name), `${place} ${name}`.trim()));
}

test.each(apis)('the server document of %s is the one that npm run generate writes', async (name) => {
  const text = await read(`${name}.server`);
  expect(text).toBe(toServerDocument(name, await read(name)));
  expect(text).toMatch(new RegExp(`^# Generated from ${name}\\.yaml by .*Do not edit\\.$`, 'm'));
});

test.each([
  [
    'vibefollow',
    ['users', 'events'].map((list) => `paths /api/v1/${list}/bulk post requestBody ${itemsOf(list)} $ref`),
  ],
  ['yellow', []],
])('lists of %s that are judged record by record take any items, and no other schema changes', async (name, places) => {
  const [typed, server] = [await read(name), await read(`${name}.server`)].map((text) => parse(text) as object);
  const changes = differ(typed, server).filter((place) => !/^info title$|^paths .* parameters /.test(place));
  expect(changes).toEqual(places);
});

function itemsOf(list: string): string {
  return `content application/json schema properties ${list} items`;
}

test.each(apis)('the operations of %s that refuse coded bodies say so, before their other parameters', async (name) => {
  const [typed, server] = [await read(name), await read(`${name}.server`)].map((text) => parse(text) as Paths);
  const operations = Object.entries(server?.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [operation, typed?.paths[path]?.[method]] as const),
  );
  for (const [{ responses, parameters }, before] of operations) {
    const coding = { name: 'Content-Encoding', in: 'header', schema: { type: 'string', enum: ['identity'] } };
    const added = responses && '415' in responses ? [coding] : [];
    expect(parameters ?? []).toEqual([...added, ...(before?.parameters ?? [])]);
  }
});

interface Paths {
  readonly paths: Record<string, Record<string, { readonly responses?: object; readonly parameters?: object[] }>>;
}

test('a list takes any items as long as an answer lists the invalid ones', async () => {
  const text = await read('vibefollow');
  const items = (document: string): number => toServerDocument('vibefollow', document).split('items: {} #').length - 1;
  expect(items(text)).toBe(2);
  expect(items(text.replace('x-lists-rejected: true', 'x-lists-rejected: false'))).toBe(0);
  expect(items(text.replace('judged: separately', 'judged: together'))).toBe(1);
});
