import { isDelivered, isTransient, type Exchange } from '../journal/exchange.ts';
import { nameAnswer } from '../journal/wording.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { listRejections } from '../journal/rejections.ts';
import { listNeverSent } from '../reconciliation/reconcile.ts';
import type { Finding, RuleId } from '../rules/rule.ts';
import type { Case } from './case.ts';
import { describeCause, type CauseKind } from './cause-kinds.ts';
import { findErrorLine } from './last-words.ts';
import type { CaseCause } from './report.ts';
import type { Trial, Wrong } from './trial.ts';

type Found = Pick<CaseCause, 'kind'> & Partial<Pick<CaseCause, 'message' | 'answers'>>;

/** Kinds of findings that explain all others. */
const first: readonly CauseKind[] = ['stopped', 'signal', 'no-request'];
/** Kinds of findings that only say how a run ended. Their cause is elsewhere, if there is evidence. */
const effects: readonly CauseKind[] = [
  'invalid-values',
  'changed-values',
  'complete',
  'wrong-exit-code',
  'silent-loss',
  'no-message',
  'output',
];

/**
 * Finds what a client did or did not do so that a case failed. Each cause but the last needs evidence in the requests or
 * in the output. The last one is the loss itself.
 */
export function findCause(testCase: Case, trials: readonly Trial[], wrongs: readonly Wrong[]): CaseCause {
  const ranked = wrongs.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  const [worst] = ranked as [Wrong];
  const found: Found = findBehind(testCase, trials, worst) ?? worst;
  const { kind, answers = [], message = worst.message } = found;
  return { kind, message: describeCause(kind, answers) ?? message, answers };
}

function rank(kind: CauseKind): number {
  return effects.includes(kind) ? 2 + effects.indexOf(kind) : first.includes(kind) ? 0 : 1;
}

/** The cause behind a finding, if there is evidence. */
function findBehind({ end }: Case, trials: readonly Trial[], { kind }: Wrong): Found | undefined {
  const [{ run, others }] = trials as [Trial];
  if (kind === 'no-request' && others.length === 0 && run.exitCode !== 0 && run.stopped === undefined) {
    return { kind: 'failed-start', message: toExit(run, ' before its first request') };
  }
  if (kind === 'stopped') return findWait(trials);
  if (!['complete', 'wrong-exit-code', 'silent-loss'].includes(kind) || end === 'stopped') return undefined;
  for (const trial of trials) {
    const found = findCauseOfLoss(trial, end);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findCauseOfLoss(trial: Trial, end: Case['end']): Found | undefined {
  const { run, stored } = trial;
  const lost = findingsOf('complete', trial).flatMap(({ records = [] }) => records);
  const unsent = new Set(listNeverSent(run.account));
  const isCut = lost.some((id) => unsent.has(id));
  const known = findRefusal(trial) ?? (isCut ? findStop(trial) : findTrust(trial));
  if (known !== undefined) return known;
  // A client that stops at a failure also loses the records that it sent.
  if (isCut && lost.every((id) => unsent.has(id)) && run.exitCode === 0) return { kind: 'never-sent' };
  if (end === 'honest') return undefined;
  if (lost.length > 0 && lost.every((id) => stored.has(id))) return { kind: 'changed-values' };
  const abandoned = findAbandoned(trial) ?? findGivenUp(trial);
  if (abandoned !== undefined || lost.length === 0) return abandoned;
  if (run.exitCode === 0) return isCut ? { kind: 'never-sent' } : undefined;
  return { kind: 'crash', message: toExit(run, isCut ? ' before it had sent all records' : '') };
}

/** The failure after which the client sent nothing more, if it ran for as long again until certify stopped it. */
function findWait(trials: readonly Trial[]): Found | undefined {
  const trial = trials.find(({ run }) => run.stopped !== undefined);
  const last = trial?.exchanges.at(-1);
  if (trial === undefined || last === undefined || !isTransient(last)) return undefined;
  const { start, run } = trial;
  if (start + run.duration - last.at < run.duration / 2) return undefined;
  const isOpen = last.broken === 'hang' || last.broken === 'abort';
  const wait = isOpen ? 'waited for an answer' : `sent nothing more after ${nameAnswers([last]).join('')}`;
  return { kind: 'stopped', message: `The client ${wait}, until certify stopped it.` };
}

function toExit(run: Trial['run'], when: string): string {
  const error = findErrorLine(run)?.replaceAll(/\s+/g, ' ');
  const line = error !== undefined && error.length > 200 ? `${error.slice(0, 199)}…` : error;
  return `The client exited with ${run.exitCode ?? 'no code'}${when}${line === undefined ? '.' : `: ${line}`}`;
}

function findingsOf(rule: RuleId, { verdicts }: Trial): readonly Finding[] {
  return verdicts.verdicts.find((verdict) => verdict.rule === rule)?.findings ?? [];
}

/** Rules whose breach makes an API refuse a request. */
const refusedRules: readonly RuleId[] = ['chunk-size', 'same-payload-on-retry', 'fresh-key-per-call', 'auth-in-header'];

/** A refusal that no fault made and no record explains, if its records are not stored. */
function findRefusal(trial: Trial): Found | undefined {
  const { exchanges, stored } = trial;
  const isIdle = !exchanges.some(isDelivered);
  const refusal = exchanges.find(
    (exchange) =>
      !isDelivered(exchange) &&
      !isTransient(exchange) &&
      exchange.fault === undefined &&
      listRejections(exchange).length === 0 &&
      (isIdle || exchange.recordIds?.some((id) => !stored.has(id)) === true),
  );
  if (refusal === undefined) return undefined;
  const broken = refusedRules.find((rule) =>
    findingsOf(rule, trial).some((finding) => finding.exchanges.includes(refusal.number)),
  );
  if (broken !== undefined) return { kind: broken };
  const { method, path } = refusal;
  return { kind: 'refused', message: `The API refused ${method} ${path} with ${nameAnswer(refusal)}.` };
}

/** Whether the client began no other call after the first answer that rejects records. */
function findStop({ exchanges, run }: Trial): Found | undefined {
  const first = exchanges.find((exchange) => listRejections(exchange).length > 0);
  if (first === undefined) return undefined;
  const later = exchanges.filter(({ number, call }) => number > first.number && call !== first.call);
  // A client that sends several requests at once has some under way when it stops.
  const atOnce = Math.max(...exchanges.map(({ concurrent = 1 }) => concurrent));
  const hasStopped = later.length === 0 || (run.exitCode !== 0 && later.length < atOnce);
  return hasStopped ? { kind: 'stops-at-rejection' } : undefined;
}

/** Broken answers of success that the client did not report. A client that stopped there may have noticed. */
function findTrust(trial: Trial): Found | undefined {
  const trusted = lastFailures(trial).filter(
    ({ status = 0, broken }) => broken !== undefined && status < 400 && status > 0,
  );
  return trial.run.exitCode === 0 && trusted.length > 0
    ? { kind: 'trusts-broken-answer', answers: nameAnswers(trusted) }
    : undefined;
}

/** Chunks that failed in a temporary way, and that the client did not send again. */
function findAbandoned(trial: Trial): Found | undefined {
  const numbers = new Set(findingsOf('retries-transient', trial).flatMap(({ exchanges }) => exchanges));
  const failures = lastFailures(trial).filter(({ number }) => numbers.has(number));
  return failures.length > 0 ? { kind: 'retries-transient', answers: nameAnswers(failures) } : undefined;
}

/** Chunks that the client sent again, but not often enough. */
function findGivenUp(trial: Trial): Found | undefined {
  const attempts = lastFailures(trial).flatMap(({ attempt = 1 }) => (attempt > 1 ? [attempt] : []));
  return attempts.length > 0 ? { kind: 'gives-up-early', answers: [`${Math.min(...attempts)} attempts`] } : undefined;
}

/** The last attempts of the calls that failed. Calls whose records another case judges, or that the client broke, do not count. */
function lastFailures({ calls, excused }: Trial): Exchange[] {
  return calls.flatMap(({ outcome, attempts }) => {
    const last = attempts.at(-1);
    if (outcome !== 'given up' || last === undefined) return [];
    const { recordIds = [], fault, broken } = last;
    const isOwn = broken !== undefined && fault === undefined;
    return isOwn || (excused !== undefined && recordIds.every((id) => excused.has(id))) ? [] : [last];
  });
}

/** Names of answers without the texts in them. The page of a gateway has a status like any other failure. */
function nameAnswers(exchanges: readonly Exchange[]): string[] {
  const names = exchanges.map((exchange) => {
    const { broken, status = 0 } = exchange;
    if (broken === undefined) return `${status}${nameForm(exchange)}`;
    return broken === 'garbage' && status >= 400 ? String(status) : nameAnswer(exchange);
  });
  return [...new Set(names)].toSorted();
}

/** The form of a `Retry-After` that many clients cannot read. Empty if there is none, or if it is in seconds. */
function nameForm(exchange: Exchange): string {
  const { retryAfter = '0' } = exchange;
  if (/^\d+$/.test(retryAfter)) return '';
  return toRetryTime(exchange) === undefined ? ' with a malformed Retry-After' : ' with an HTTP date';
}
