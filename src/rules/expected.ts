import type { ExpectedRecord } from './rule.ts';

/** The id of a record that somebody expects. */
export function expectedIdOf(record: ExpectedRecord): string {
  if (typeof record === 'string') return record;
  return String(record['external_user_id'] ?? record['userId']);
}

/**
 * @throws For what is neither an id nor a record with one.
 */
export function checkExpected(expected: unknown): void {
  if (!Array.isArray(expected)) throw new Error(`Failed to judge: expected is ${toShownValue(expected)}. Give a list.`);
  expected.forEach((record: unknown, index) => {
    const { external_user_id, userId } = Object(record) as Record<string, unknown>;
    const id = typeof record === 'string' ? record : (external_user_id ?? userId);
    if (typeof id === 'string' && id !== '') return;
    throw new Error(
      `Failed to judge: expected[${index}] is ${toShownValue(record)}. Give ids, or records with external_user_id or userId.`,
    );
  });
}

function toShownValue(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text ?? String(value);
}

/** The first property of a record that is not stored as it says; properties that it does not have may be anything. */
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
