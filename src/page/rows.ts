import { signal, type Signal } from '@preact/signals';
import { noun } from './noun.ts';
import type { Row } from './shapes.ts';

/** Grows with each change of the rows. Who reads it is drawn anew. */
export const revision: Signal<number> = signal(0);

/** The attempts of a call. A request without a call is a call of its own. */
export interface Call {
  readonly key: string;
  /** The numbers of its attempts, in order of arrival. */
  readonly numbers: readonly number[];
}

/** The rows by their numbers, so the list has holes. */
let byNumber: (Row | undefined)[] = [];
let unended = new Set<number>();
let calls = new Map<string, { readonly key: string; readonly numbers: number[] }>();
/** In order of first arrival. */
let inOrder: Call[] = [];

/** Adds rows, and replaces those of the same number. */
export function addRows(rows: readonly Row[]): void {
  if (rows.length === 0) return;
  for (const row of rows) addRow(row);
  revision.value++;
}

function addRow(row: Row): void {
  const before = byNumber[row.number];
  // An answer that came later may still say that a request is under way.
  if (before?.duration !== undefined && row.duration === undefined) return;
  byNumber[row.number] = row;
  if (/event/i.test(row.operation ?? '')) noun.value = 'record';
  if (row.duration === undefined) unended.add(row.number);
  else unended.delete(row.number);
  if (before === undefined) addAttempt(toCallKey(row), row.number);
}

function addAttempt(key: string, number: number): void {
  const known = calls.get(key);
  if (known === undefined) {
    const call = { key, numbers: [number] };
    calls.set(key, call);
    insert(inOrder, call, ({ numbers: [first = 0] }) => first <= number);
  } else insert(known.numbers, number, (other) => other < number);
}

/** Inserts behind the last item that comes before it. Most items come in order. */
function insert<Item>(list: Item[], item: Item, isBefore: (other: Item) => boolean): void {
  let at = list.length;
  for (let other = list[at - 1]; other !== undefined && !isBefore(other); other = list[at - 1]) at -= 1;
  if (at === list.length) list.push(item);
  else list.splice(at, 0, item);
}

export function clearRows(): void {
  noun.value = 'user';
  byNumber = [];
  unended = new Set();
  calls = new Map();
  inOrder = [];
  revision.value++;
}

/** The request of an API with a number. */
export function rowOf(number: number): Row | undefined {
  return byNumber[number];
}

/** Who calls it is drawn anew when the rows change. The list is the same one, and grows. */
export function listCalls(): readonly Call[] {
  return revision.value < 0 ? [] : inOrder;
}

export function callOf(key: string): Call | undefined {
  return calls.get(key);
}

export function attemptsOf({ numbers }: Call): Row[] {
  return numbers.flatMap((number) => byNumber[number] ?? []);
}

/** The numbers of the requests that were under way at the last look, in order. */
export function listUnended(): readonly number[] {
  return [...unended].sort((a, b) => a - b);
}

export function newestNumber(): number {
  return Math.max(0, revision.value < 0 ? 0 : byNumber.length - 1);
}

/** Names the call of a request, also in a URL. */
export function toCallKey({
  number,
  tenantId,
  operation,
  call,
}: Pick<Row, 'number' | 'tenantId' | 'operation' | 'call'>): string {
  return call === undefined
    ? String(number)
    : [tenantId ?? '', operation ?? '', call].map(encodeURIComponent).join('|');
}
