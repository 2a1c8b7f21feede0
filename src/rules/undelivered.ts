import type { Exchange } from '../journal/exchange.ts';
import type { StoredValues } from './evidence.ts';
import { findDifference, expectedIdOf, type ExpectedRecord } from './expected.ts';
import { appliedIds, truncateId } from './records-of-exchange.ts';
import { nameCall } from '../journal/wording.ts';

/** A record that is not stored as it was to be. */
export interface Undelivered {
  readonly id: string;
  /** How what is stored differs; `undefined` where nothing is. */
  readonly difference: string | undefined;
  /** The requests that carried it, in order of arrival. */
  readonly carriers: readonly Exchange[];
}

/**
 * Of the records that somebody expects, those that no tenant holds as they were to be. `storedOf` answers what tenants
 * have stored under an id.
 */
export function findUndelivered(
  exchanges: readonly Exchange[],
  expected: readonly ExpectedRecord[],
  storedOf: (id: string) => readonly StoredValues[],
): Undelivered[] {
  // Of several records with one id, the last is what is to be there in the end.
  const wanted = new Map(expected.map((record) => [expectedIdOf(record), record]));
  const found = [...wanted].flatMap(([id, record]) => {
    const differences = storedOf(id).map((user) => findDifference(record, user));
    return differences.includes(undefined) ? [] : [{ id, difference: differences[0] }];
  });
  const carriers = findCarriers(exchanges, new Set(found.map(({ id }) => truncateId(id))));
  return found.map((one) => ({ ...one, carriers: carriers.get(truncateId(one.id)) ?? [] }));
}

/** Why a record is not stored as it was to be: `was never sent`. `dropped` is what the journal no longer knows of. */
export function explainUndelivered({ id, difference, carriers }: Undelivered, dropped: number): string {
  const last = carriers.at(-1);
  if (difference !== undefined) return `is stored, but ${difference}`;
  if (last === undefined)
    return dropped > 0
      ? 'is not stored; the reason is unknown, because the journal has dropped exchanges'
      : 'was never sent';
  const index = last.recordIds?.indexOf(truncateId(id));
  const message = last.rejected?.find((one) => one.index === index)?.message;
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
