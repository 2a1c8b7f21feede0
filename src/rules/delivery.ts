import type { ClientCall } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import type { Evidence, StoredValues } from './evidence.ts';
import type { ExpectedRecord } from './expected.ts';
import { isIdentified } from './records-of-exchange.ts';
import { toFinding, type Finding, type Rule } from './rule.ts';
import { findUndelivered, explainUndelivered, type Undelivered } from './undelivered.ts';
import { nameAnswer, nameCall, nameRecords } from '../journal/wording.ts';

export const complete: Rule = {
  id: 'complete',
  title: 'No record is lost',
  requirement: 'Every expected record is stored or reported as rejected.',
  source: 'VibeFollow users/bulk page (accepted + rejected = received); Yellow.ai add-users-bulk page',
  level: 'MUST',
  check(evidence): readonly Finding[] | undefined {
    const { calls, expected } = evidence;
    if (expected) return findMissing(evidence, expected);
    const sent = calls.filter(({ operation }) => operationOf(operation).records !== undefined);
    if (sent.length === 0) return undefined;
    return sent.flatMap((call) => findLost(call, evidence));
  },
};

/** Maximum number of records whose difference is described one by one. */
const named = 20;

/** The records of a call that never got through, and that nothing else stored. */
function findLost(call: ClientCall, { reported, taken }: Evidence): Finding[] {
  const { attempts, outcome, tenantId } = call;
  const last = attempts.at(-1);
  if (outcome === 'delivered' || last === undefined || attempts.some(({ applied }) => applied === true)) return [];
  // An event has no id of its own. The first events of a call are done if a part of its work was done.
  const isKnown = isIdentified(last);
  const done = isKnown ? 0 : attempts.reduce((most, { applied }) => Math.max(most, Number(applied ?? 0)), 0);
  const start = attempts[0]?.number ?? 0;
  const lost = (last.recordIds ?? []).slice(done).filter((id) => {
    if (reported.lastNumberOf(last.tenantId, id) >= start) return false;
    // What was taken before this call began is an older value, or another event.
    return id === '' || taken.lastNumberOf(tenantId, id, isKnown ? 'upserted' : 'added') < start;
  });
  if (lost.length === 0) return [];
  const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
  const message = `${nameCall(call)} was sent ${times}, its last attempt met ${nameAnswer(last)}, and these records are not stored: ${nameRecords(lost)}`;
  return [toFinding(message, attempts, lost)];
}

/** Of the records that somebody expects, those that are lost: neither stored nor taken to be, nor reported as rejected. */
function findMissing(evidence: Evidence, expected: readonly ExpectedRecord[]): Finding[] {
  const { exchanges, reported, taken, state, dropped } = evidence;
  const tenants = state.tenants();
  const isReported = ({ id, carriers }: Undelivered): boolean =>
    tenants.some(({ tenantId }) => reported.lastNumberOf(tenantId, id) >= (carriers.at(-1)?.number ?? 1));
  const isTaken = ({ id, difference }: Undelivered): boolean =>
    tenants.some(
      (tenant) => taken.lastNumberOf(tenant.tenantId, id) > 0 && (difference === undefined || state.isWaiting(tenant)),
    );
  const storedOf = (id: string): StoredValues[] =>
    tenants.map((tenant) => state.stored(tenant, id)).filter((user) => user !== undefined);
  const lost = findUndelivered(exchanges, expected, storedOf).filter((one) => !isReported(one) && !isTaken(one));
  const missing = lost.filter(({ difference }) => difference === undefined);
  const different = lost.filter(({ difference }) => difference !== undefined);
  const unsent = missing.filter(({ carriers }) => carriers.length === 0);
  return [
    ...toCounted(
      unsent,
      dropped > 0 ? 'not stored; the reason is unknown, because the journal has dropped exchanges' : 'never sent',
    ),
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
