import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { compareDocuments } from '../scripts/drift/compare.ts';
import type { Json } from '../scripts/drift/json.ts';
import { toText } from '../scripts/drift/print.ts';

export type Api = 'vibefollow' | 'yellow';

/** An edit of our document, and the changes that are then listed. */
export type Row = readonly [what: string, api: Api, edit: (document: Json) => unknown, ...told: readonly string[]];

const texts = {
  vibefollow: await readFile(new URL('../openapi/vibefollow.yaml', import.meta.url), 'utf8'),
  yellow: await readFile(new URL('../openapi/yellow.yaml', import.meta.url), 'utf8'),
};

/** One of our documents, which may be changed. */
export function load(api: Api): Json {
  return parse(texts[api]) as Json;
}

/** A part of a document by its path, such as `components schemas UserRecord`. */
export function at(document: Json, path: string): Record<string, unknown> {
  return path.split(' ').reduce<unknown>((part, name) => (part as Json)[name], document) as Record<string, unknown>;
}

export function push(part: Record<string, unknown>, name: string, value: unknown): void {
  part[name] = [...(part[name] as unknown[]), value];
}

/** The changes that are listed after an edit, one line each. An exclamation mark marks a breaking change. */
export function tellEdit(api: Api, edit: (document: Json) => unknown): string[] {
  const edited = load(api);
  edit(edited);
  return tell(load(api), edited);
}

export function tell(ours: Json, theirs: Json): string[] {
  return compareDocuments(ours, theirs).map(
    (change) => `${change.breaking ? '! ' : ''}${change.operation}: ${change.place} ${toText(change)}`,
  );
}
