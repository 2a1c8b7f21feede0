import type { Exchange } from '../journal/exchange.ts';
import { shortenId } from '../engine/records.ts';
import type { StoredValues } from '../reconciliation/expected.ts';
import { appliedIds } from './records-of-exchange.ts';

/** The integers that JavaScript can only store rounded, as the client sent them. */
export interface ExactNumbers {
  /** The stored values of a user. Each rounded integer is replaced by a `bigint` with the value that was sent. */
  restore(tenantId: string, id: string, stored: StoredValues): StoredValues;
}

type Sources = ReadonlyMap<string, string>;

export function createExactNumbers(exchanges: readonly Exchange[]): ExactNumbers {
  let sources: ReadonlyMap<string, Sources> | undefined;
  return {
    restore(tenantId, id, stored): StoredValues {
      sources ??= findSources(exchanges);
      const ofUser = sources.get(toKey(tenantId, id));
      return ofUser === undefined ? stored : (replace(stored, '', ofUser) as StoredValues);
    },
  };
}

/** The numbers of each user by their paths. The last request that took effect counts. */
function findSources(exchanges: readonly Exchange[]): Map<string, Sources> {
  const all = new Map<string, Sources>();
  if (!exchanges.some(({ rounded }) => rounded !== undefined)) return all;
  for (const exchange of exchanges) {
    const { tenantId = '', recordIds = [], rounded = [] } = exchange;
    const applied = new Set(appliedIds(exchange));
    for (const id of applied) all.delete(toKey(tenantId, id));
    for (const { index, property, source } of rounded) {
      const id = recordIds[index];
      if (id === undefined || !applied.has(id) || !/^-?\d+$/.test(source)) continue;
      const key = toKey(tenantId, id);
      all.set(key, new Map([...(all.get(key) ?? []), [property, source]]));
    }
  }
  return all;
}

function replace(value: unknown, path: string, sources: Sources): unknown {
  const source = typeof value === 'number' ? sources.get(path) : undefined;
  if (source !== undefined) return BigInt(source);
  if (typeof value !== 'object' || value === null) return value;
  const inner = (name: string, part: unknown): unknown =>
    replace(part, path === '' ? name : `${path}.${name}`, sources);
  if (Array.isArray(value)) return value.map((part, index) => inner(String(index), part));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(name, part)]));
}

function toKey(tenantId: string, id: string): string {
  return JSON.stringify([tenantId, shortenId(id)]);
}
