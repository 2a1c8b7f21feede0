import { maskKeys } from '../openapi/key-forms.ts';
import { listOperations } from '../openapi/router.ts';
import { isSameInstant } from '../runtime/date-time.ts';
import { isSameValue } from '../runtime/same-value.ts';

/**
 * A user that the client must deliver: the id of the user, or its whole record. An integer beyond 2^53 is a `bigint`, since
 * a number would be rounded.
 */
export type ExpectedRecord = string | Readonly<Record<string, unknown>>;

/** The properties of a stored user, by the names in records. */
export type StoredValues = Readonly<Record<string, unknown>>;

/** A stored user of an API. */
export interface StoredUser {
  readonly values: StoredValues;
  /** The values that the API would store for a record. */
  toStored(record: StoredValues): StoredValues;
}

/** The names of id properties in the documents. */
const keys = [...new Set(listOperations().flatMap(({ records }) => records?.key ?? []))];

/** The id of an expected record. */
export function expectedIdOf(record: ExpectedRecord): string {
  return String(findId(record));
}

/**
 * @throws If the value is not a list of ids, or of records with an id.
 */
export function checkExpected(expected: unknown): void {
  if (!Array.isArray(expected)) throw new Error(`Failed to judge: expected is ${toShownValue(expected)}. Give a list.`);
  expected.forEach((record: unknown, index) => {
    const problem = explainWrongRecord(record, `expected[${index}]`);
    if (problem !== undefined) throw new Error(`Failed to judge: ${problem}.`);
  });
}

/** What is wrong with an expected record, or `undefined` if it has an id. `place` names the record. */
export function explainWrongRecord(record: unknown, place: string): string | undefined {
  const id = findId(record);
  if (typeof id === 'string' && id !== '') return undefined;
  return `${place} is ${toShownValue(record)}. Give ids, or records with ${keys.join(' or ')}`;
}

function findId(record: unknown): unknown {
  if (typeof record === 'string') return record;
  const properties = Object(record) as Readonly<Record<string, unknown>>;
  return keys.map((key) => properties[key]).find((id) => id !== undefined && id !== null);
}

function toShownValue(value: unknown): string {
  const text = typeof value === 'bigint' ? undefined : (JSON.stringify(value, quoteInteger) as string | undefined);
  return maskKeys(text ?? String(value));
}

/** A property whose stored value differs from the record. */
export interface Difference {
  /** Such as `traits.plan`. */
  readonly property: string;
  /** The value that the API would store for the record. */
  readonly sent: unknown;
  /** `undefined` if there is none. */
  readonly stored: unknown;
  /** Such as `traits.plan is "free" instead of "pro"`. */
  readonly text: string;
  /** Whether the values may be equal, since a number that JavaScript rounds may stand for several integers. */
  readonly isUnsure: boolean;
}

/**
 * The properties whose stored values differ from the record. Properties that the record lacks are not compared. Values are
 * compared, so the order of properties does not matter, and two times of one instant are equal. A stored `bigint` is an
 * integer that JavaScript can only hold rounded.
 */
export function listDifferences(record: ExpectedRecord, { values, toStored }: StoredUser): readonly Difference[] {
  if (typeof record === 'string') return [];
  return compare(toStored(toJsonValue(record) as StoredValues), values, '');
}

/** The first of these properties, sure differences first. */
export function findDifference(record: ExpectedRecord, user: StoredUser): Difference | undefined {
  const differences = listDifferences(record, user);
  return differences.find(({ isUnsure }) => !isUnsure) ?? differences[0];
}

function compare(record: StoredValues, stored: StoredValues, path: string): readonly Difference[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const place = path + name;
    const other = Object.hasOwn(stored, name) ? stored[name] : undefined;
    if (isObject(value) && isObject(other)) return compare(value, other, `${place}.`);
    const isUnsure = isSameValue(value, roundIntegers(other)) && !isSameValue(value, other);
    if (!isUnsure && isSameNumberOrValue(value, other)) return [];
    return [
      {
        property: place,
        sent: value,
        stored: other,
        text: `${maskKeys(place)} is ${other === undefined ? 'absent' : toShownValue(other)} instead of ${toShownValue(value)}`,
        isUnsure,
      },
    ];
  });
}

function isSameNumberOrValue(value: unknown, other: unknown): boolean {
  if (typeof value === 'bigint' && typeof other === 'number') return String(value) === String(other);
  if (typeof value === 'string' && typeof other === 'string' && isSameInstant(value, other)) return true;
  return isSameValue(value, other);
}

function quoteInteger(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** A value as JSON carries it: without `undefined`, and with texts for dates. Integers of any size stay. */
function toJsonValue(value: unknown): unknown {
  const { toJSON } = Object(value) as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function' && typeof value === 'object') return toJsonValue(toJSON.call(value));
  if (Array.isArray(value)) return value.map((part) => toJsonValue(part) ?? null);
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (!isObject(value)) return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  const entries = Object.entries(value).map(([name, part]) => [name, toJsonValue(part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

/** A value with the numbers that JavaScript makes of its integers. */
function roundIntegers(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(roundIntegers) : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
