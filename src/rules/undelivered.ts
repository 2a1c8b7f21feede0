import type { Exchange } from '../client-calls.ts';
import { findDifference, idOf, tenantsOf } from './expected.ts';
import { nameCall, type Evidence, type ExpectedRecord } from './rule.ts';

/** A record that is not stored as it was to be, why, and the requests that carried it. */
export interface Undelivered {
  readonly id: string;
  readonly reason: string;
  readonly exchanges: readonly Exchange[];
}

/** Of the records that somebody expects, those that no tenant of the journal holds as they were to be. */
export function findUndelivered(
  exchanges: readonly Exchange[],
  expected: readonly ExpectedRecord[],
  stored: Evidence['stored'],
): Undelivered[] {
  const tenants = tenantsOf(exchanges);
  const carriers = toCarriers(exchanges);
  // Of several records with one id, the last is what is to be there in the end.
  const wanted = new Map(expected.map((record) => [idOf(record), record]));
  return [...wanted].flatMap(([id, record]) => {
    const users = tenants
      .flatMap(({ api, tenantId }) => [stored(api, tenantId, id)])
      .filter((user) => user !== undefined);
    const differences = users.map((user) => findDifference(record, user));
    if (differences.includes(undefined)) return [];
    const sent = carriers.get(id) ?? [];
    const [difference] = differences;
    return [
      { id, exchanges: sent, reason: difference === undefined ? explain(id, sent) : `is stored, but ${difference}` },
    ];
  });
}

function explain(id: string, carriers: readonly Exchange[]): string {
  const last = carriers.at(-1);
  if (last === undefined) return 'was never sent';
  const index = last.recordIds?.indexOf(id);
  const message = last.rejected?.find((one) => one.index === index)?.message;
  return message === undefined
    ? `was sent with ${nameCall(last)}, but is not stored`
    : `was rejected in ${nameCall(last)}: ${message}`;
}

function toCarriers(exchanges: readonly Exchange[]): Map<string, Exchange[]> {
  const carriers = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    for (const id of new Set(exchange.recordIds)) {
      const known = carriers.get(id);
      if (known === undefined) carriers.set(id, [exchange]);
      else known.push(exchange);
    }
  }
  return carriers;
}
