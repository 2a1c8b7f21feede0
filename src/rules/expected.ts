import { listOperations } from '../openapi/router.ts';

/** A user that the client must deliver: the id of the user, or its whole record. */
export type ExpectedRecord = string | Readonly<Record<string, unknown>>;

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
    const id = findId(record);
    if (typeof id === 'string' && id !== '') return;
    throw new Error(
      `Failed to judge: expected[${index}] is ${toShownValue(record)}. Give ids, or records with ${keys.join(' or ')}.`,
    );
  });
}

function findId(record: unknown): unknown {
  if (typeof record === 'string') return record;
  const properties = Object(record) as Readonly<Record<string, unknown>>;
  return keys.map((key) => properties[key]).find((id) => id !== undefined && id !== null);
}

function toShownValue(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text ?? String(value);
}

/** The first property whose stored value differs from the record. Properties that the record lacks are not compared. */
export function findDifference(record: ExpectedRecord, stored: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof record === 'string') return undefined;
  return compare(record, stored, '');
}

function compare(
  record: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  for (const [name, value] of Object.entries(record)) {
    const place = path + name;
    const other = Object.hasOwn(stored, name) ? stored[name] : undefined;
    if (value === undefined) continue;
    const isBag = isObject(value) && isObject(other);
    const difference = isBag ? compare(value, other, `${place}.`) : toDifference(place, value, other);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function toDifference(place: string, value: unknown, other: unknown): string | undefined {
  const wanted = JSON.stringify(value);
  const found = JSON.stringify(other) as string | undefined;
  return wanted === found ? undefined : `${place} is ${found ?? 'absent'} instead of ${wanted}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
