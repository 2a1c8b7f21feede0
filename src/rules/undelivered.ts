import type { Exchange } from '../journal/exchange.ts';
import { findDifference, expectedIdOf, type Difference, type ExpectedRecord, type StoredValues } from './expected.ts';
import { appliedIds, truncateId } from './records-of-exchange.ts';
import { nameCall } from '../journal/wording.ts';

/** An expected record that is not stored as expected. */
export interface Undelivered {
  readonly id: string;
  /** The difference of the stored record; `undefined` if no record is stored. */
  readonly difference: Difference | undefined;
  /** The requests that carried it, in order of arrival. */
  readonly carriers: readonly Exchange[];
}

/**
 * Finds the expected records that no tenant has stored as expected. `storedOf` returns the values that the tenants have
 * stored under an id.
 */
export function findUndelivered(
  exchanges: readonly Exchange[],
  expected: readonly ExpectedRecord[],
  storedOf: (id: string) => readonly StoredValues[],
): Undelivered[] {
  // If several records have one id, the last record must be stored at the end.
  const wanted = new Map(expected.map((record) => [expectedIdOf(record), record]));
  const found = [...wanted].flatMap(([id, record]) => {
    const differences = storedOf(id).map((user) => findDifference(record, user));
    return differences.includes(undefined) ? [] : [{ id, difference: differences[0] }];
  });
  const carriers = findCarriers(exchanges, new Set(found.map(({ id }) => truncateId(id))));
  return found.map((record) => ({ ...record, carriers: carriers.get(truncateId(record.id)) ?? [] }));
}

/** Why a record is not stored as expected, such as `was never sent`. `dropped` counts the exchanges that are lost. */
export function explainUndelivered({ id, difference, carriers }: Undelivered, dropped: number): string {
  const last = carriers.at(-1);
  if (difference !== undefined) return `is stored, but ${difference.text}`;
  if (last === undefined)
    return dropped > 0
      ? 'is not stored; the reason is unknown, because the journal has dropped exchanges'
      : 'was never sent';
  const index = last.recordIds?.indexOf(truncateId(id));
  const message = last.rejected?.find((rejection) => rejection.index === index)?.message;
  if (message !== undefined) return `was rejected in ${nameCall(last)}: ${message}`;
  return appliedIds(last).includes(truncateId(id))
    ? `was accepted in ${nameCall(last)}, but is not stored, or not stored yet`
    : `was sent with ${nameCall(last)}, but is not stored`;
}

function findCarriers(exchanges: readonly Exchange[], ids: ReadonlySet<string>): Map<string, Exchange[]> {
  const carriers = new Map<string, Exchange[]>();
  if (ids.size === 0) return carriers;
  for (const exchange of exchanges) {
    for (const id of new Set(exchange.recordIds)) {
      if (!ids.has(id)) continue;
      const known = carriers.get(id);
      if (known === undefined) carriers.set(id, [exchange]);
      else known.push(exchange);
    }
  }
  return carriers;
}
