import type { ClientCall, JournalFilter } from '../journal/exchange.ts';
import type { Mock } from '../mock/mock.ts';
import { createReadings } from '../mock/apis.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { checkExpected, type ExpectedRecord } from '../reconciliation/expected.ts';
import type { RuleId, Verdict } from '../rules/rule.ts';
import { explainUndelivered, findUndelivered, indexUsers } from '../reconciliation/undelivered.ts';
import { rules, type VerdictOptions } from '../rules/verdicts.ts';
import { suggest } from '../runtime/nearest.ts';
import { toPrintable } from '../runtime/printable.ts';
import { toTimeline, toTimelinesOf } from '../journal/timeline.ts';
import { findOtherSender, findUnseenTenant } from './unseen-tenant.ts';

/** The matchers that `expect(mock)` gets. */
export interface MockMatchers<Result = void> {
  /**
   * All these users are stored. A user is an id, or a record whose values must be stored too. A record that the API
   * rejected is not delivered.
   */
  toHaveDelivered(records: readonly ExpectedRecord[], options?: Pick<VerdictOptions, 'tenant'>): Result;
  /** At least one answer had a `Retry-After`, and the client never sent a request too early. */
  toHaveHonoredRetryAfter(options?: VerdictOptions): Result;
  /**
   * The client retried a call `times` times. `call` is the position of the call, from 1, or a filter for exactly one call.
   *
   * @example expect(mock).toHaveRetried({ record: 'usr_7' }, 2)
   */
  toHaveRetried(call: number | JournalFilter, times: number): Result;
  /** The client kept a rule. The matcher also fails if the rule does not apply, because nothing was tested. */
  toHaveKept(rule: RuleId, options?: VerdictOptions): Result;
  /** The client sent at least one request, and broke no rule of level MUST or SHOULD. */
  toPassAllRules(options?: VerdictOptions): Result;
}

/** The part of `this` in a matcher that Vitest and Jest share. */
interface Context {
  readonly isNot?: boolean;
}

interface Result {
  readonly pass: boolean;
  message(): string;
}

/** Matchers for `expect.extend` of Vitest or Jest. */
export const matchers = {
  toHaveDelivered(
    this: Context,
    received: unknown,
    records: readonly ExpectedRecord[],
    options: Pick<VerdictOptions, 'tenant'> = {},
  ): Result {
    const mock = toMock(received, 'toHaveDelivered');
    checkExpected(records);
    if (records.length === 0) return cannotTell('The list of records is empty.', this.isNot);
    const unseen = findUnseenTenant(mock, options.tenant, records);
    if (unseen !== undefined) return cannotTell(unseen, this.isNot);
    const { unaccounted } = mock.reconcile(options).counts;
    const users = { ...indexUsers(mock.records(options)), unaccounted: () => unaccounted };
    const readings = createReadings(mock.options);
    const undelivered = findUndelivered(records, users, (record) =>
      mock.stored({ ...options, record }).map(({ api, record: values }) => ({ ...readings[api], values })),
    );
    if (undelivered.length === 0) return succeed(`All ${records.length} records were delivered.`);
    const reasons = undelivered.slice(0, 10).map((one) => {
      const isNowhere = options.tenant !== undefined && one.record.outcome === 'neverSent' && !one.difference;
      const elsewhere = isNowhere ? findOtherSender(mock, options.tenant, one.id) : undefined;
      return toPrintable(elsewhere === undefined ? explainUndelivered(one) : `${one.id} ${elsewhere}`);
    });
    const more = undelivered.length > 10 ? [`and ${undelivered.length - 10} others`] : [];
    const numbers = undelivered.flatMap(({ record: { request = [] } }) => request);
    const title = `${undelivered.length} of ${records.length} records ${undelivered.length === 1 ? 'was' : 'were'} not delivered:`;
    return fail(title, [...reasons, ...more], toTimelinesOf(mock.journal.calls(), numbers));
  },

  toHaveHonoredRetryAfter(this: Context, received: unknown, options?: VerdictOptions): Result {
    return matchRule('retry-after-honored', toMock(received, 'toHaveHonoredRetryAfter'), options, this.isNot);
  },

  toHaveRetried(this: Context, received: unknown, call: number | JournalFilter, times: number): Result {
    const mock = toMock(received, 'toHaveRetried');
    const { journal } = mock;
    if (!Number.isSafeInteger(times) || times < 0) {
      throw new TypeError(`toHaveRetried takes a number of retries, 0 or more, not ${JSON.stringify(times)}.`);
    }
    const filter = typeof call === 'number' ? {} : call;
    const unseen = findUnseenTenant(mock, filter.tenant);
    if (unseen !== undefined) return cannotTell(unseen, this.isNot);
    const dropped = journal.dropped(filter.tenant);
    if (dropped > 0) return cannotTell(toLossReason(dropped), this.isNot);
    const calls = journal.calls(filter);
    const [found, ...others] = typeof call === 'number' ? calls.filter((_, index) => index + 1 === call) : calls;
    if (found === undefined || others.length > 0) {
      const name = typeof call === 'number' ? `call ${call}` : maskKeys(JSON.stringify(call));
      const count = found === undefined ? `there is no ${name}` : `${name} selects ${calls.length} calls`;
      return cannotTell(`${count}. ${countCalls(journal.calls())}`, this.isNot);
    }
    const retries = found.attempts.length - 1;
    const title = `The call was tried again ${toFrequency(retries)}, ${retries === times ? 'and the assertion expects another number' : `not ${toFrequency(times)}`}.`;
    return { pass: retries === times, message: () => `${title}\n\n${toTimeline([found])}` };
  },

  toHaveKept(this: Context, received: unknown, rule: RuleId, options?: VerdictOptions): Result {
    return matchRule(rule, toMock(received, 'toHaveKept'), options, this.isNot);
  },

  toPassAllRules(this: Context, received: unknown, options?: VerdictOptions): Result {
    const mock = toMock(received, 'toPassAllRules');
    const { passed, reason, dropped, verdicts } = mock.verdicts(options);
    if (reason !== undefined) return cannotTell(reason, this.isNot);
    if (passed && dropped > 0) return cannotTell(toLossReason(dropped), this.isNot);
    if (passed) return succeed('The client kept all rules that apply.');
    const failed = verdicts.filter(({ outcome, level }) => outcome === 'failed' && level !== 'MAY');
    const title = `The client broke ${failed.length === 1 ? 'a rule' : `${failed.length} rules`}:`;
    return fail(title, failed.flatMap(toVerdictLines), toTimelinesOf(mock.journal.calls(), failed.flatMap(numbersOf)));
  },
};

function matchRule(id: RuleId, mock: Mock, options: VerdictOptions | undefined, isNot = false): Result {
  const { verdicts, dropped } = mock.verdicts(options);
  const unseen = findUnseenTenant(mock, options?.tenant);
  const verdict = verdicts.find(({ rule }) => rule === id);
  if (verdict === undefined) {
    const known = rules.map((rule) => rule.id);
    throw new Error(`There is no rule "${id}"${suggest(id, known)}.`);
  }
  if (unseen !== undefined) return cannotTell(unseen, isNot);
  const { outcome, requirement, missing } = verdict;
  if (outcome !== 'failed' && dropped > 0) return cannotTell(toLossReason(dropped), isNot);
  if (outcome === 'not applicable')
    return cannotTell(`The situation that ${id} tests did not occur. ${requirement}`, isNot);
  if (outcome === 'passed') return succeed(`The client kept ${id}. ${requirement}`);
  if (outcome === 'inconclusive') return neverFail(`Too little evidence for ${id}: ${missing ?? ''}`, isNot);
  return fail(
    `The client broke a rule:`,
    toVerdictLines(verdict),
    toTimelinesOf(mock.journal.calls(), numbersOf(verdict)),
  );
}

/** Fails the assertion and also its negation, because neither was tested. */
function cannotTell(reason: string, isNot = false): Result {
  return { pass: isNot, message: () => `The matcher cannot decide: ${reason}` };
}

/** Fails neither the assertion nor its negation. */
function neverFail(reason: string, isNot: boolean): Result {
  return { pass: !isNot, message: () => reason };
}

function toLossReason(dropped: number): string {
  return `The journal was full and dropped ${dropped} exchanges. Create the mock with a larger journalLimit.`;
}

function toVerdictLines({ rule, level, requirement, findings }: Verdict): string[] {
  const more = findings.length > 5 ? [`  and ${findings.length - 5} more`] : [];
  return [`${rule} (${level}): ${requirement}`, ...findings.slice(0, 5).map(({ message }) => `  ${message}`), ...more];
}

function numbersOf({ findings }: Verdict): number[] {
  return findings.flatMap(({ exchanges }) => exchanges);
}

function countCalls(calls: readonly ClientCall[]): string {
  return `The journal has ${calls.length === 1 ? '1 call' : `${calls.length} calls`}.`;
}

function toFrequency(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function succeed(message: string): Result {
  return { pass: true, message: () => message };
}

function fail(title: string, lines: readonly string[], timelines: readonly string[]): Result {
  const text = [[title, ...lines.map((line) => `  ${line}`)].join('\n'), ...timelines].join('\n\n');
  return { pass: false, message: () => text };
}

function toMock(received: unknown, matcher: string): Mock {
  const { journal, verdicts } = Object(received) as Partial<Mock>;
  if (journal !== undefined && verdicts !== undefined) return received as Mock;
  throw new TypeError(`${matcher} takes a mock: expect(mock).${matcher}(…), with the result of createMock().`);
}
