import { isDelivered, type ClientCall, type Exchange } from '../client-calls.ts';
import { operationOf } from '../router.ts';
import { findDifference, idOf, tenantsOf } from './expected.ts';
import { appliedIds, findRow, isIdentified } from './resends.ts';
import { nameAnswer, nameCall, nameRecords, toFinding } from './rule.ts';
import type { Evidence, ExpectedRecord, Finding, Rule } from './rule.ts';

export const complete: Rule = {
  id: 'complete',
  title: 'No record is lost',
  requirement: 'Every record that was to be sent is stored, or was reported as rejected.',
  source: 'VibeFollow users/bulk page (accepted + rejected = received); Yellow.ai add-users-bulk page',
  level: 'MUST',
  check(evidence): readonly Finding[] | undefined {
    const { calls, expected } = evidence;
    const lastTaken = createLastTaken(evidence);
    if (expected) return findMissing(evidence, expected, lastTaken);
    const sent = calls.filter(({ operation }) => operationOf(operation).records !== undefined);
    if (sent.length === 0) return undefined;
    const reported = new Set(calls.flatMap(({ attempts }) => attempts.flatMap(findReported)));
    return sent.flatMap((call) => findLost(call, reported, lastTaken));
  },
};

/** Why each record of a request was not stored, of those that its answer reports. */
export function findReported(exchange: Exchange): string[] {
  const { recordIds = [], rejected = [], status = 0, operation, broken } = exchange;
  const row = findRow(exchange);
  if (row !== undefined) return [toName(exchange, recordIds[row] ?? '')];
  if (isDelivered(exchange)) return rejected.map(({ index }) => toName(exchange, recordIds[index] ?? ''));
  const isAlone = operation !== undefined && operationOf(operation).records?.property === undefined;
  return isAlone && [400, 422].includes(status) && broken === undefined
    ? recordIds.map((id) => toName(exchange, id))
    : [];
}

/** A record of a tenant, whichever operation it was sent with. */
function toName({ tenantId }: Pick<Exchange, 'tenantId'>, id: string): string {
  return JSON.stringify([tenantId, toKept(id)]);
}

/** Of so many records it is said how they differ. */
const named = 20;

/** The records of a call that never got through, and that nothing else stored. */
function findLost(call: ClientCall, reported: ReadonlySet<string>, lastTaken: LastTaken): Finding[] {
  const { attempts, outcome, tenantId } = call;
  const last = attempts.at(-1);
  if (outcome === 'delivered' || last === undefined || attempts.some(({ applied }) => applied === true)) return [];
  // Of events, which have no id, those count that a part of the work was done for.
  const isKnown = isIdentified(last);
  const done = isKnown ? 0 : Math.max(...attempts.map(({ applied }) => Number(applied ?? 0)));
  const lost = (last.recordIds ?? []).slice(done).filter((id) => {
    if (reported.has(toName(last, id))) return false;
    // What was stored before this call began is an older value.
    return !isKnown || id === '' || lastTaken(tenantId, id) < (attempts[0]?.number ?? 0);
  });
  if (lost.length === 0) return [];
  const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
  const message = `${nameCall(call)} was sent ${times}, at last met ${nameAnswer(last)}, and is not stored: ${nameRecords(lost)}`;
  return [toFinding(message, attempts, lost)];
}

/** Of the records that somebody expects, those that no tenant of the journal holds as they were to be. */
function findMissing(evidence: Evidence, expected: readonly ExpectedRecord[], lastTaken: LastTaken): Finding[] {
  const { exchanges, calls, stored } = evidence;
  const reported = new Set(calls.flatMap(({ attempts }) => attempts.flatMap(findReported)));
  const tenants = tenantsOf(exchanges);
  // Of several records with one id, the last is what is to be there in the end.
  const wanted = new Map(expected.map((record) => [idOf(record), record]));
  const different = new Map<string, string>();
  const missing: string[] = [];
  for (const [id, record] of wanted) {
    const found = tenants.flatMap(({ api, tenantId }) => {
      const user = stored(api, tenantId, id);
      return user ? [findDifference(record, user)] : [];
    });
    const [difference] = found;
    if (found.includes(undefined) || tenants.some((tenant) => reported.has(toName(tenant, id)))) continue;
    if (difference !== undefined) different.set(id, difference);
    else if (tenants.every(({ tenantId }) => lastTaken(tenantId, id) === 0)) missing.push(id);
  }
  return missing.length + different.size === 0 ? [] : toMissing(missing, different, exchanges);
}

function toMissing(
  missing: readonly string[],
  different: ReadonlyMap<string, string>,
  all: readonly Exchange[],
): Finding[] {
  const carriers = new Map<string, Set<Exchange>>(
    [...missing, ...different.keys()].map((id) => [toKept(id), new Set()]),
  );
  for (const exchange of all) for (const id of exchange.recordIds ?? []) carriers.get(id)?.add(exchange);
  const carriersOf = (id: string): ReadonlySet<Exchange> => carriers.get(toKept(id)) ?? new Set();
  const [unsent, unstored] = [false, true].map((isSent) => missing.filter((id) => carriersOf(id).size > 0 === isSent));
  return [
    ...toCounted(unsent, 'never sent', carriersOf),
    ...toCounted(unstored, 'sent, but not stored', carriersOf),
    ...[...different]
      .slice(0, named)
      .map(([id, difference]) => toFinding(`${id} is stored, but ${difference}`, [...carriersOf(id)], [id])),
    ...toCounted([...different.keys()].slice(named), 'stored, but not as expected', carriersOf),
  ];
}

function toCounted(
  ids: readonly string[] = [],
  how: string,
  carriersOf: (id: string) => ReadonlySet<Exchange>,
): Finding[] {
  if (ids.length === 0) return [];
  const carriers = new Set(ids.flatMap((id) => [...carriersOf(id)]));
  const count = `${ids.length} record${ids.length === 1 ? ' was' : 's were'} ${how}`;
  return [toFinding(`${count}: ${nameRecords(ids)}`, [...carriers], ids)];
}

/** The number of the last request that had a user stored, or taken to be stored later, and that none deleted; or 0. */
type LastTaken = (tenantId: string, id: string) => number;

function createLastTaken({ exchanges }: Evidence): LastTaken {
  let taken: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  return (tenantId, id) => {
    // Most journals lose nothing, and a million records are not looked through in no time.
    taken ??= findTaken(exchanges);
    return taken.get(tenantId)?.get(toKept(id)) ?? 0;
  };
}

function findTaken(exchanges: readonly Exchange[]): Map<string, Map<string, number>> {
  const taken = new Map<string, Map<string, number>>();
  for (const exchange of exchanges) {
    const { operation, tenantId = '', path, effect, number } = exchange;
    const ofTenant = taken.get(tenantId) ?? new Map<string, number>();
    taken.set(tenantId, ofTenant);
    if (operation === 'deleteUser' && effect !== undefined) ofTenant.delete(toUserId(path));
    if (isIdentified(exchange)) for (const id of appliedIds(exchange)) ofTenant.set(id, number);
  }
  return taken;
}

function toUserId(path: string): string {
  return decodeURIComponent(path.split('/').at(-1) ?? '');
}

/** The journal keeps so much of an id. */
function toKept(id: string): string {
  return id.slice(0, 256);
}
