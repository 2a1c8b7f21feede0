import type { ClientCall, Exchange } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import { listRejections } from './reported.ts';
import { appliedIds, isIdentified } from './resends.ts';
import { toFinding } from './rule.ts';
import type { Evidence, ExpectedRecord, Finding, Rule } from './rule.ts';
import { findUndelivered, truncateId, explainUndelivered, type Undelivered } from './undelivered.ts';
import { nameAnswer, nameCall, nameRecords } from '../journal/wording.ts';

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
    const reported = findReported(calls);
    return sent.flatMap((call) => findLost(call, reported, lastTaken));
  },
};

/** For each record that an answer reported as rejected, the number of the last request that had it. */
function findReported(calls: readonly ClientCall[]): Reported {
  const reported = new Map<string, number>();
  for (const { attempts } of calls) {
    for (const exchange of attempts) {
      for (const { id } of listRejections(exchange)) {
        const name = toName(exchange, id);
        reported.set(name, Math.max(reported.get(name) ?? 0, exchange.number));
      }
    }
  }
  return reported;
}

type Reported = ReadonlyMap<string, number>;

/** A record of a tenant, whichever operation it was sent with. */
function toName({ tenantId }: Pick<Exchange, 'tenantId'>, id: string): string {
  return JSON.stringify([tenantId, truncateId(id)]);
}

/** Of so many records it is said how they differ. */
const named = 20;

/** The records of a call that never got through, and that nothing else stored. */
function findLost(call: ClientCall, reported: Reported, lastTaken: LastTaken): Finding[] {
  const { attempts, outcome, tenantId } = call;
  const last = attempts.at(-1);
  if (outcome === 'delivered' || last === undefined || attempts.some(({ applied }) => applied === true)) return [];
  // Of events, which have no id, those count that a part of the work was done for.
  const isKnown = isIdentified(last);
  const done = isKnown ? 0 : attempts.reduce((most, { applied }) => Math.max(most, Number(applied ?? 0)), 0);
  const start = attempts[0]?.number ?? 0;
  const lost = (last.recordIds ?? []).slice(done).filter((id) => {
    if ((reported.get(toName(last, id)) ?? 0) >= start) return false;
    // What was taken before this call began is an older value, or another event.
    return id === '' || lastTaken(tenantId, toTakenKey(isKnown, id)) < start;
  });
  if (lost.length === 0) return [];
  const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
  const message = `${nameCall(call)} was sent ${times}, at last met ${nameAnswer(last)}, and is not stored: ${nameRecords(lost)}`;
  return [toFinding(message, attempts, lost)];
}

/** Of the records that somebody expects, those that are lost: neither stored nor taken to be, nor reported as rejected. */
function findMissing(evidence: Evidence, expected: readonly ExpectedRecord[], lastTaken: LastTaken): Finding[] {
  const { exchanges, calls, state, dropped } = evidence;
  const reported = findReported(calls);
  const tenants = state.tenants();
  const isReported = ({ id, carriers }: Undelivered): boolean =>
    tenants.some((tenant) => (reported.get(toName(tenant, id)) ?? 0) >= (carriers.at(-1)?.number ?? 1));
  const isTaken = ({ id, difference }: Undelivered): boolean =>
    tenants.some(
      (tenant) =>
        lastTaken(tenant.tenantId, toTakenKey(true, id)) > 0 && (difference === undefined || state.isWaiting(tenant)),
    );
  const lost = findUndelivered(exchanges, expected, state).filter((one) => !isReported(one) && !isTaken(one));
  const missing = lost.filter(({ difference }) => difference === undefined);
  const different = lost.filter(({ difference }) => difference !== undefined);
  const unsent = missing.filter(({ carriers }) => carriers.length === 0);
  return [
    ...toCounted(unsent, dropped > 0 ? 'not stored; the journal has dropped why' : 'never sent'),
    ...toCounted(
      missing.filter(({ carriers }) => carriers.length > 0),
      'sent, but not stored',
    ),
    ...different
      .slice(0, named)
      .map((one) => toFinding(`${one.id} ${explainUndelivered(one, dropped)}`, one.carriers, [one.id])),
    ...toCounted(different.slice(named), 'stored, but not as expected'),
  ];
}

function toCounted(lost: readonly Undelivered[], how: string): Finding[] {
  if (lost.length === 0) return [];
  const ids = lost.map(({ id }) => id);
  const carriers = new Set(lost.flatMap((one) => one.carriers));
  const count = `${ids.length} record${ids.length === 1 ? ' was' : 's were'} ${how}`;
  return [toFinding(`${count}: ${nameRecords(ids)}`, [...carriers], ids)];
}

/** The number of the last request that had a user stored, or taken to be stored later, and that none deleted; or 0. */
type LastTaken = (tenantId: string, key: string) => number;

function createLastTaken({ exchanges }: Evidence): LastTaken {
  let taken: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  return (tenantId, id) => {
    // Most journals lose nothing, and a million records are not looked through in no time.
    taken ??= findTaken(exchanges);
    return taken.get(tenantId)?.get(id) ?? 0;
  };
}

function findTaken(exchanges: readonly Exchange[]): Map<string, Map<string, number>> {
  const taken = new Map<string, Map<string, number>>();
  for (const exchange of exchanges) {
    const { operation, tenantId = '', path, effect, number } = exchange;
    const ofTenant = taken.get(tenantId) ?? new Map<string, number>();
    taken.set(tenantId, ofTenant);
    if (operation === 'deleteUser' && effect !== undefined) ofTenant.delete(toTakenKey(true, toUserId(path)));
    const isKnown = isIdentified(exchange);
    for (const id of appliedIds(exchange)) ofTenant.set(toTakenKey(isKnown, id), number);
  }
  return taken;
}

/** A user by its id; of events it is only known that some of the user were taken. */
function toTakenKey(isUser: boolean, id: string): string {
  return `${isUser ? 'user' : 'events'} ${truncateId(id)}`;
}

/** A path whose keys are masked is no longer percent-encoded. */
function toUserId(path: string): string {
  const id = path.split('/').at(-1) ?? '';
  return /%(?![\da-f]{2})/i.test(id) ? id : decodeURIComponent(id);
}
