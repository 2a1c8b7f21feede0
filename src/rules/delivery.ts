import { isDelivered, type ClientCall, type Exchange } from '../client-calls.ts';
import { operationOf } from '../router.ts';
import { findDifference, idOf, tenantsOf } from './expected.ts';
import { findRow } from './payload.ts';
import { isIdentified } from './resends.ts';
import { nameAnswer, nameCall, nameRecords, toFinding, type Evidence, type Finding, type Rule } from './rule.ts';

export const complete: Rule = {
  id: 'complete',
  title: 'No record is lost',
  requirement: 'Every record that was to be sent is stored, or was reported as rejected.',
  source: 'VibeFollow users/bulk page (accepted + rejected = received); Yellow.ai add-users-bulk page',
  level: 'MUST',
  check(evidence): readonly Finding[] | undefined {
    const { calls, expected } = evidence;
    if (expected) return findMissing(evidence, expected);
    const sent = calls.filter(({ operation }) => operationOf(operation).records !== undefined);
    if (sent.length === 0) return undefined;
    const reported = new Set(calls.flatMap(({ attempts }) => attempts.flatMap(findReported)));
    return sent.flatMap((call) => findLost(call, reported, evidence));
  },
};

/** Why each record of a request was not stored, of those that its answer reports. */
export function findReported(exchange: Exchange): string[] {
  const { recordIds = [], rejected = [], status = 0, operation } = exchange;
  const row = findRow(exchange);
  if (row !== undefined) return [toName(exchange, recordIds[row] ?? '')];
  if (isDelivered(exchange)) return rejected.map(({ index }) => toName(exchange, recordIds[index] ?? ''));
  const isAlone = operation !== undefined && operationOf(operation).records?.property === undefined;
  return isAlone && [400, 422].includes(status) ? recordIds.map((id) => toName(exchange, id)) : [];
}

/** A record of a tenant, whichever operation it was sent with. */
function toName({ tenantId }: Pick<Exchange, 'tenantId'>, id: string): string {
  return JSON.stringify([tenantId, id]);
}

/** The records of a call that never got through, and that nothing else stored. */
function findLost(call: ClientCall, reported: ReadonlySet<string>, { stored }: Evidence): Finding[] {
  const { attempts, outcome, api, tenantId } = call;
  const last = attempts.at(-1);
  if (outcome === 'delivered' || last === undefined || attempts.some(({ applied }) => applied === true)) return [];
  const { recordIds = [] } = last;
  const lost = recordIds.filter((id) => {
    if (reported.has(toName(last, id))) return false;
    return !isIdentified(last) || id === '' || stored(api, tenantId, id) === undefined;
  });
  if (lost.length === 0) return [];
  const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
  const message = `${nameCall(call)} was sent ${times}, at last met ${nameAnswer(last)}, and is not stored: ${nameRecords(lost)}`;
  return [toFinding(message, attempts, lost)];
}

/** Of the records that somebody expects, those that no tenant of the journal holds as they were to be. */
function findMissing({ exchanges, calls, stored }: Evidence, expected: NonNullable<Evidence['expected']>): Finding[] {
  const reported = new Set(calls.flatMap(({ attempts }) => attempts.flatMap(findReported)));
  const tenants = tenantsOf(exchanges);
  // Of several records with one id, the last is what is to be there in the end.
  const wanted = new Map(expected.map((record) => [idOf(record), record]));
  const differences: Finding[] = [];
  const missing: string[] = [];
  for (const [id, record] of wanted) {
    const found = tenants.flatMap(({ api, tenantId }) => {
      const user = stored(api, tenantId, id);
      return user ? [findDifference(record, user)] : [];
    });
    const isReported = tenants.some((tenant) => reported.has(toName(tenant, id)));
    if (isReported || found.includes(undefined)) continue;
    const carriers = exchanges.filter(({ recordIds }) => recordIds?.includes(id));
    if (found.length > 0) differences.push(toFinding(`${id} is stored, but ${String(found[0])}`, carriers, [id]));
    else missing.push(id);
  }
  const sent = new Set(exchanges.flatMap(({ recordIds = [] }) => recordIds));
  return [
    ...toMissing(
      missing.filter((id) => !sent.has(id)),
      'never sent',
      exchanges,
    ),
    ...toMissing(
      missing.filter((id) => sent.has(id)),
      'sent, but not stored',
      exchanges,
    ),
    ...differences,
  ];
}

function toMissing(ids: readonly string[], how: string, exchanges: readonly Exchange[]): Finding[] {
  if (ids.length === 0) return [];
  const lost = new Set(ids);
  const carriers = exchanges.filter(({ recordIds }) => recordIds?.some((id) => lost.has(id)));
  const count = `${ids.length} record${ids.length === 1 ? ' was' : 's were'} ${how}`;
  return [toFinding(`${count}: ${nameRecords(ids)}`, carriers, ids)];
}
