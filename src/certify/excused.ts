import { isDelivered, tolerance, type ClientCall, type Exchange } from '../journal/exchange.ts';
import { listNeverSent, type Reconciliation } from '../reconciliation/reconcile.ts';
import type { ClientRun } from './report.ts';

/** What a client sent, and how it ended. */
interface Sent {
  readonly calls: readonly ClientCall[];
  readonly exchanges: readonly Exchange[];
  readonly exitCode: ClientRun['exitCode'];
  readonly account: Reconciliation;
}

/**
 * Finds the records that a client lost because it never sends again after a kind of fault that another case judges: those
 * of the failed calls, and those that it did not send any more because it stopped there. `undefined` if it neither lost
 * records nor stopped there.
 */
export function findExcused(kinds: readonly (readonly string[])[], sent: Sent): ReadonlySet<string> | undefined {
  const excused = kinds.map((faults) => findExcusedByKind(faults, sent)).filter((one) => one !== undefined);
  return excused.length === 0 ? undefined : new Set(excused.flatMap((one) => [...one]));
}

function findExcusedByKind(
  faults: readonly string[],
  { calls, exchanges, exitCode, account }: Sent,
): ReadonlySet<string> | undefined {
  const isExcused = ({ fault = '' }: Exchange): boolean => faults.includes(fault);
  // A client that has sent one chunk again after such a fault lost the others for another reason.
  // An HTTP library may send again at once on a connection that was kept open. The client does not know of this.
  const isRetry = ({ waited }: Exchange): boolean => waited === undefined || waited > tolerance;
  const isRetried = calls.some(({ attempts }) =>
    attempts.slice(1).some((retry, index) => isExcused(attempts[index] as Exchange) && isRetry(retry)),
  );
  const lost = isRetried ? [] : calls.filter(({ attempts }) => attempts.slice(-1).some(isExcused));
  // A client may send a chunk again, and then stop because it cannot read the second answer.
  const last = exitCode === 0 ? lost : calls.filter((call) => lost.includes(call) || hasRecovered(call, isExcused));
  const atOnce = exchanges.reduce((max, { concurrent = 1 }) => Math.max(max, concurrent), 1);
  const hasStopped = last.some((call) => countBegunAfter(call, calls) < atOnce);
  if (lost.length === 0 && !hasStopped) return undefined;
  // A client that stops ends its other requests, too.
  const open = hasStopped && atOnce > 1 ? calls.filter(({ outcome }) => outcome === 'given up') : [];
  const unsent = hasStopped ? listNeverSent(account) : [];
  const undelivered = [...lost, ...open].flatMap(({ attempts }) => attempts.flatMap(({ recordIds = [] }) => recordIds));
  return new Set([...undelivered, ...unsent]);
}

/** Whether a call succeeded in the attempt after such a fault. */
function hasRecovered({ attempts, outcome }: ClientCall, isExcused: (exchange: Exchange) => boolean): boolean {
  const lastFailed = attempts.findLast((exchange) => !isDelivered(exchange));
  return outcome === 'delivered' && lastFailed !== undefined && isExcused(lastFailed);
}

/** The number of calls that began after the last attempt of a call. */
function countBegunAfter(call: ClientCall, calls: readonly ClientCall[]): number {
  const end = call.attempts.at(-1)?.number ?? 0;
  return calls.filter(({ attempts }) => (attempts[0]?.number ?? 0) > end).length;
}
