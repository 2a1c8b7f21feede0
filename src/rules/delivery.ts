import type { ClientCall } from '../journal/exchange.ts';
import { operationOf } from '../openapi/router.ts';
import type { Evidence } from './evidence.ts';
import type { ExpectedRecord, StoredValues } from './expected.ts';
import { isIdentified } from './records-of-exchange.ts';
import { toFinding, type Finding, type Inconclusive, type Rule } from './rule.ts';
import { findUndelivered, explainUndelivered, type Undelivered } from './undelivered.ts';
import { nameAnswer, nameCall, nameRecords } from '../journal/wording.ts';

export const complete: Rule = {
  id: 'complete',
  title: 'No record is lost',
  requirement: 'Every expected record is stored or reported as rejected.',
  source: 'VibeFollow users/bulk page (accepted + rejected = received); Yellow.ai add-users-bulk page',
  level: 'MUST',
  check(evidence): readonly Finding[] | Inconclusive | undefined {
    const { calls, expected } = evidence;
    if (expected) return findMissing(evidence, expected);
    const sent = calls.filter(({ operation }) => operationOf(operation).records !== undefined);
    if (sent.length === 0) return undefined;
    return sent.flatMap((call) => findLost(call, evidence));
  },
};

/** Maximum number of records whose differences get a finding each. */
const maxDescribed = 20;

/** The records of a failed call that no other call stored. */
function findLost(call: ClientCall, { reported, taken }: Evidence): Finding[] {
  const { attempts, outcome, tenantId } = call;
  const last = attempts.at(-1);
  if (outcome === 'delivered' || last === undefined || attempts.some(({ applied }) => applied === true)) return [];
  // An event has no id of its own. If the API did a part of the work, it stored the first events of the call.
  const isKnown = isIdentified(last);
  const done = isKnown ? 0 : attempts.reduce((max, { applied }) => Math.max(max, Number(applied ?? 0)), 0);
  const start = attempts[0]?.number ?? 0;
  const lost = (last.recordIds ?? []).slice(done).filter((id) => {
    if (reported.lastNumberOf(last.tenantId, id) >= start) return false;
    // A record that the API took before this call is an older value, or another event.
    return id === '' || taken.lastNumberOf(tenantId, id, isKnown ? 'upserted' : 'added') < start;
  });
  if (lost.length === 0) return [];
  const times = attempts.length === 1 ? 'once' : `${attempts.length} times`;
  const message = `${nameCall(call)} was sent ${times}, its last attempt met ${nameAnswer(last)}, and these records are not stored: ${nameRecords(lost)}`;
  return [toFinding(message, attempts, lost)];
}

/** Finds the lost ones among the expected records: not stored, not waiting to be stored, and not reported as rejected. */
function findMissing(evidence: Evidence, expected: readonly ExpectedRecord[]): Finding[] | Inconclusive {
  const { exchanges, reported, taken, state, dropped, exactNumbers } = evidence;
  const tenants = state.tenants();
  const isReported = ({ id, carriers }: Undelivered): boolean =>
    tenants.some(({ tenantId }) => reported.lastNumberOf(tenantId, id) >= (carriers.at(-1)?.number ?? 1));
  const isTaken = ({ id, difference }: Undelivered): boolean =>
    tenants.some(
      (tenant) => taken.lastNumberOf(tenant.tenantId, id) > 0 && (difference === undefined || state.isWaiting(tenant)),
    );
  const storedOf = (id: string): StoredValues[] =>
    tenants.flatMap((tenant) => {
      const user = state.stored(tenant, id);
      return user === undefined ? [] : [exactNumbers.restore(tenant.tenantId, id, user)];
    });
  const lost = findUndelivered(exchanges, expected, storedOf).filter(
    (record) => !isReported(record) && !isTaken(record),
  );
  const missing = lost.filter(({ difference }) => difference === undefined);
  const different = lost.filter(({ difference }) => difference?.isUnsure === false);
  const [unsure] = lost.filter(({ difference }) => difference?.isUnsure === true);
  const unsent = missing.filter(({ carriers }) => carriers.length === 0);
  const findings = [
    ...toCountFinding(
      unsent,
      dropped > 0 ? 'not stored; the reason is unknown, because the journal has dropped exchanges' : 'never sent',
    ),
    ...toCountFinding(
      missing.filter(({ carriers }) => carriers.length > 0),
      'sent, but not stored',
    ),
    ...different
      .slice(0, maxDescribed)
      .map((record) => toFinding(`${record.id} ${explainUndelivered(record, dropped)}`, record.carriers, [record.id])),
    ...toCountFinding(different.slice(maxDescribed), 'stored, but not as expected'),
  ];
  return findings.length > 0 || unsure === undefined ? findings : { missing: explainUnsure(unsure) };
}

function explainUnsure({ id, difference }: Undelivered): string {
  return `${id} may be stored otherwise than expected: ${difference?.text ?? ''}. JavaScript rounds this number, so expect a bigint`;
}

function toCountFinding(lost: readonly Undelivered[], how: string): Finding[] {
  if (lost.length === 0) return [];
  const ids = lost.map(({ id }) => id);
  const carriers = new Set(lost.flatMap((record) => record.carriers));
  const count = `${ids.length} record${ids.length === 1 ? ' was' : 's were'} ${how}`;
  return [toFinding(`${count}: ${nameRecords(ids)}`, [...carriers], ids)];
}
