import { expect, test } from 'vitest';
import { rules, type Exchange, type RuleId } from 'vf-mock';
import { toClientCalls } from '../../src/journal/exchange.ts';
import { createLoneJournal } from './_journal.ts';
import { createAccount } from '../../src/reconciliation/account.ts';
import { createLedger } from '../../src/reconciliation/ledger.ts';
import { createEvidence } from '../../src/rules/evidence.ts';
import { judgeClient } from '../../src/rules/verdicts.ts';

const noAccount = createAccount({ ledger: createLedger(0), countStored: () => 0 });

/** Refusals of separate calls, with a gap in milliseconds. */
function refusals(count: number, gap: number, more: (number: number) => Partial<Exchange>): Exchange[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ number: index + 1, at: index * gap, method: 'POST', path: '/', query: '', size: 9, records: 1, duration: 0 },
    ...{ api: 'vibefollow', operation: 'bulkUpsertUsers', tenant: 't', tenantId: 't', attempt: 1, concurrent: 1 },
    ...{ call: index + 1, recordIds: [`u${index}`], digest: `d${index}`, status: 429, retryAfter: '30' },
    ...more(index + 1),
  }));
}

function check(id: RuleId, exchanges: readonly Exchange[]): readonly string[] | undefined {
  const limits = { maxAttempts: 10, maxAmplification: 10 };
  const state = { tenants: () => [], stored: () => undefined };
  const evidence = createEvidence({
    exchanges,
    calls: toClientCalls(exchanges),
    limits,
    dropped: 0,
    state,
    account: noAccount,
  });
  const result = rules.find((rule) => rule.id === id)?.check(evidence);
  return result === undefined || 'missing' in result ? undefined : result.map(({ message }) => message);
}

test('a client with a connection for each request has 100 ms for what is on its way, once and not at each refusal', () => {
  const flood = refusals(10, 30, (number) => ({ connection: String(number) }));
  expect(check('retry-after-honored', flood)).toHaveLength(6);
  expect(check('retry-after-honored', flood.slice(0, 4))).toEqual([]);
});

test('a client that keeps its connection has none', () => {
  const flood = refusals(5, 30, (number) => ({ connection: number < 3 ? 'a' : 'b' }));
  expect(check('retry-after-honored', flood)).toHaveLength(4);
});

test('a client that never waits for a full queue is told so, however many requests it sends at once', () => {
  const full = { error: 'backfill_queue_full', retryAfter: 'soon', concurrent: 2 };
  const flood = refusals(40, 5, () => full);
  expect(check('queue-full-backs-off', flood)?.length).toBeGreaterThan(4);
  const patient = refusals(6, 900, () => full);
  expect(check('queue-full-backs-off', patient)).toEqual([]);
});

test('what the journal had to let go of is neither blamed nor praised, and is counted', () => {
  const journal = createLoneJournal(10, { records: 100 });
  for (const exchange of refusals(2, 0, () => ({}))) journal.begin(exchange);
  const verdicts = judgeClient({
    journal,
    state: { tenants: () => [], stored: () => undefined },
    accountOf: () => noAccount,
  });
  expect([verdicts.requests, verdicts.dropped, verdicts.figures.calls]).toEqual([1, 1, 1]);
});
