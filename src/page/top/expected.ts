import { signal, type Signal } from '@preact/signals';
import type { components } from '../../generated/admin.ts';
import { ask } from '../ask.ts';

type Reconciliation = components['schemas']['Reconciliation'];

/** The users that the client must deliver, as the reader has given them. */
export interface Expected {
  readonly file: string;
  /** Their ids or records. */
  readonly users: readonly unknown[];
  readonly count: number;
  /** The ids that no request carried. */
  readonly neverSent: readonly string[];
}

export const expected: Signal<Expected | undefined> = signal(undefined);
/** Why a file could not be read. */
export const problem: Signal<string> = signal('');

/** Reads a file of users: JSON, one JSON record a line, CSV with a header, or one id a line. */
export async function readExpected(file: File): Promise<void> {
  forgetExpected();
  const users = toUsers(await file.text());
  if (users.length > 0) await compare({ file: file.name, users });
  else
    problem.value = `${file.name} has no users. Drop a list of users or ids: JSON, JSON lines, CSV, or one id a line.`;
}

export function forgetExpected(): void {
  expected.value = undefined;
  problem.value = '';
}

/** Compares the same users with what was sent since. */
export async function compareAgain(): Promise<void> {
  if (expected.value !== undefined) await compare(expected.value);
}

/** Asks which of the users were never sent. */
async function compare({ file, users }: Pick<Expected, 'file' | 'users'>): Promise<void> {
  const found = await ask<Reconciliation>('reconciliation', 'POST', users);
  if ('refusal' in found) {
    problem.value = `${file}: ${found.refusal.message}`;
    return;
  }
  const { counts, causes } = found.body;
  const neverSent = causes.flatMap(({ outcome, ids }) => (outcome === 'neverSent' ? ids : []));
  expected.value = { file, users, count: counts.expected ?? 0, neverSent };
}

/** The users in a text of one of the known forms. */
function toUsers(text: string): readonly unknown[] {
  const value = parseJson(text);
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return findList(Object.values(value)) ?? [value];
  if (text.trimStart().startsWith('{')) return text.split('\n').flatMap((line) => parseJson(line) ?? []);
  const [names = [], ...rows] = toRows(text.trim());
  if (names.length > 1) return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
  const isHeader = /^(id|.*_id|.*Id)$/.test(names[0] ?? '');
  return [...(isHeader ? [] : [names]), ...rows].flat();
}

/** The users in an object with a list of them. A list within a user is none. */
function findList(parts: readonly unknown[]): readonly unknown[] | undefined {
  return parts
    .filter((part): part is unknown[] => Array.isArray(part))
    .find(([first]) => parts.length === 1 || typeof first === 'object');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The cells of CSV. The header tells what separates them. */
function toRows(text: string): string[][] {
  const separator = [',', ';', '\t'].find((one) => text.split('\n')[0]?.includes(one)) ?? ',';
  const cell = new RegExp(`(\\r?\\n|${separator})(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))`, 'g');
  const rows: string[][] = [];
  for (const [, before, quoted, plain = ''] of `\n${text}`.matchAll(cell)) {
    if (before !== separator) rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain.trim());
  }
  return rows.filter((row) => row.some((one) => one !== ''));
}
