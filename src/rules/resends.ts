import { endOf, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { operationOf } from '../openapi/router.ts';

/** Finds where the records of a request come again. */
export interface Resends {
  /** The first later request of the tenant that carries one of these records of an exchange. */
  after(exchange: Exchange, ids?: readonly string[]): Exchange | undefined;
}

/**
 * A user is the same whichever operation carries it. Records without an id, and those that the id names but does not
 * identify, as events, are known by their whole request.
 */
export function createResends(exchanges: readonly Exchange[]): Resends {
  let carriers: ReadonlyMap<string, ReadonlyMap<string, readonly Exchange[]>> | undefined;
  return {
    after(exchange, ids = toKeys(exchange).slice(0, 1)): Exchange | undefined {
      // Most journals hold nothing that came again, and a million records are not indexed in no time.
      carriers ??= indexByRecord(exchanges);
      const ofTenant = carriers.get(exchange.tenantId ?? '');
      let first: Exchange | undefined;
      for (const id of ids) {
        const later = findAfter(ofTenant?.get(id) ?? [], exchange.number);
        if (later && (first === undefined || later.number < first.number)) first = later;
      }
      return first;
    },
  };
}

/** Whether an id stands for a record, so that the same id is the same record. */
export function isIdentified({ operation }: Exchange): boolean {
  return operation !== undefined && operationOf(operation).records?.upsert === true;
}

/** The ids of the records that took effect. */
export function appliedIds({ applied, recordIds = [], rejected = [] }: Exchange): readonly string[] {
  if (applied === undefined || applied === false) return [];
  const done = applied === true ? recordIds : recordIds.slice(0, applied);
  const bad = new Set(rejected.map(({ index }) => index));
  return bad.size === 0 ? done : done.filter((_, index) => !bad.has(index));
}

/** Whether two requests share a record. */
export function overlap({ recordIds = [] }: Exchange, other: Exchange): boolean {
  const ids = new Set(other.recordIds);
  return recordIds.some((id) => ids.has(id));
}

/** Whether two requests carry records of the same ids in the same order. */
export function isSameList(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** Nobody has to wait for longer than this; to give up and say so is as good. */
const patience = 5 * 60_000;

/** Whether an answer told its client to wait for so long that it may give up instead. */
export function isForLater(answer: Exchange): boolean {
  return (toRetryTime(answer) ?? 0) - endOf(answer) > patience;
}

/** When a client may well have stopped. */
interface Stop {
  /** Numbers of the attempts that may have made it stop. */
  readonly numbers: readonly number[];
  /** End of the last one. */
  readonly until: number;
}

/**
 * By tenant, when its client may well have stopped: it had met a refusal, or had tried in vain. What it left undone then
 * is not held against it, nor that a later run does it anew.
 */
export function findStops(calls: readonly ClientCall[]): ReadonlyMap<string, Stop> {
  const stops = new Map<string, Stop & { numbers: number[] }>();
  for (const { tenantId, operation, outcome, attempts } of calls) {
    const last = attempts.at(-1);
    const isVain = outcome === 'given up' && (attempts.length > 1 || attempts.some(isForLater));
    const isRefused = outcome === 'refused' && operationOf(operation).records !== undefined;
    if (last === undefined || !(isVain || (isRefused && findRow(last) === undefined))) continue;
    const { numbers, until } = stops.get(tenantId) ?? { numbers: [], until: -Infinity };
    numbers.push(last.number);
    stops.set(tenantId, { numbers, until: Math.max(endOf(last), until) });
  }
  return stops;
}

/** The bad row that a refusal names (YE-6); one that broke on its way names none. */
export function findRow({ operation, status, error = '', records, broken }: Exchange): number | undefined {
  const isRefusal = operation === 'bulkCreateUsers' && status === 400 && broken === undefined;
  const found = isRefusal ? /^Row \[(\d+)\]/.exec(error)?.[1] : undefined;
  const row = found === undefined ? undefined : Number(found);
  return row !== undefined && row < records ? row : undefined;
}

function indexByRecord(exchanges: readonly Exchange[]): Map<string, Map<string, Exchange[]>> {
  const tenants = new Map<string, Map<string, Exchange[]>>();
  for (const exchange of exchanges) {
    const { tenantId = '' } = exchange;
    const carriers = tenants.get(tenantId) ?? new Map<string, Exchange[]>();
    tenants.set(tenantId, carriers);
    for (const key of toKeys(exchange)) {
      const known = carriers.get(key);
      if (known === undefined) carriers.set(key, [exchange]);
      else if (known.at(-1) !== exchange) known.push(exchange);
    }
  }
  return tenants;
}

function toKeys(exchange: Exchange): readonly string[] {
  const { operation, digest, recordIds = [] } = exchange;
  if (operation === undefined || digest === undefined) return [];
  const ids = isIdentified(exchange) ? recordIds.filter((id) => id !== '') : [];
  // No id looks like this: a digest begins with the name of its operation and a path.
  return ids.length > 0 ? ids : [digest];
}

/** By halves, since a record may have come a thousand times. */
function findAfter(carriers: readonly Exchange[], number: number): Exchange | undefined {
  let [from, to] = [0, carriers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((carriers[middle]?.number ?? 0) > number) to = middle;
    else from = middle + 1;
  }
  return carriers[from];
}
