import type { RuleId } from '../rules/rule.ts';
import { toRuleCase, type Case, type Steer } from './case.ts';

/** Number of calls with two waits after which the faults end. More calls would hardly change the verdict. */
const enoughCalls = 16;

const fault = { on: { attempt: '<=2' }, fault: { status: 503 } } as const;
const options = { faults: [fault] };

/** Cases of the waits without `Retry-After`. Each call fails twice until the rule has its verdict. */
export function toBackoffCases(): Case[] {
  const back = (id: string, requirement: string, rule: RuleId): Case => ({
    ...toRuleCase(
      { id, requirement, source: 'AWS Architecture Blog, Exponential Backoff And Jitter' },
      rule,
      'The client made no second attempt of a call, so there are no waits to compare.',
    ),
    level: 'SHOULD',
    records: 1000 * enoughCalls,
    options,
    steer: steerUntil(rule),
  });
  return [
    back(
      'backoff/grows',
      'Without Retry-After, the waits between the attempts of a call become longer.',
      'backoff-grows',
    ),
    back('backoff/jitters', 'Without Retry-After, not all calls wait equally long.', 'backoff-jitters'),
  ];
}

/**
 * Removes the faults when the rule has its verdict, when more calls would not change it, or in time for the client to send
 * the rest.
 */
function steerUntil(rule: RuleId): Steer {
  return (mock, timeout) => {
    // The time-out is in real time, which a manual clock does not measure.
    const end = mock.options.clock === 'manual' ? Infinity : mock.clock.now() + timeout / 2;
    let isSettled = false;
    return ({ attempt = 1 }) => {
      if (isSettled || attempt < 3) return;
      const waiting = mock.journal.calls().filter(({ attempts }) => attempts.length > 2);
      const outcome = mock.verdicts().verdicts.find((verdict) => verdict.rule === rule)?.outcome;
      isSettled =
        outcome === 'passed' || outcome === 'failed' || waiting.length >= enoughCalls || mock.clock.now() > end;
      if (isSettled) mock.faults.clear();
    };
  };
}
