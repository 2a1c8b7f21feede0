import { expect, test } from 'vitest';
import { rules, type ClientCall, type Exchange } from 'vf-mock';
import { createAccount } from '../../src/reconciliation/account.ts';
import { createLedger } from '../../src/reconciliation/ledger.ts';
import { toEndpoints } from '../../src/rules/endpoints.ts';
import { createEvidence } from '../../src/rules/evidence.ts';
import { measureFigures } from '../../src/rules/figures.ts';

test('an exchange whose record ids the journal has let go of is judged by what is left of it', () => {
  const exchange: Exchange = { ...given(1, 1, 1, 0, 5), records: 3 };
  const outcome = { api: 'vibefollow', operation: 'bulkUpsertUsers', tenant: 't', tenantId: 't', call: 1 } as const;
  const calls: ClientCall[] = [{ ...outcome, outcome: 'delivered', attempts: [exchange] }];
  const limits = { maxAttempts: 10, maxAmplification: 10 };
  const state = { tenants: () => [], stored: () => undefined };
  const account = createAccount({ ledger: createLedger(0), countStored: () => 0 });
  const evidence = createEvidence({ exchanges: [exchange], calls, limits, dropped: 0, state, account });
  for (const rule of rules) expect(rule.check(evidence) ?? []).toEqual([]);
});

test('the figures of a storm are counted by hand', () => {
  const [first, second] = [1, 2].map((call) => {
    const attempts = [
      { ...given(call, call, 1, 0, 100), status: 429, retryAfter: '2' },
      given(call + 2, call, 2, 500, 10, 2),
      given(call + 4, call, 3, call === 1 ? 3000 : 4000, 10),
    ];
    return attempts;
  }) as [Exchange[], Exchange[]];
  const third = [given(7, 3, 1, 5000, 10)];
  const calls = [first, second, third].map((attempts) => ({ tenantId: 't', attempts, outcome: 'delivered' }));
  const exchanges = [...first, ...second, ...third].toSorted((a, b) => a.number - b.number);
  expect(measureFigures(calls as unknown as ClientCall[], toEndpoints(exchanges))).toEqual({
    calls: 3,
    requests: 7,
    maxAttempts: 3,
    meanAttempts: 7 / 3,
    amplification: 7 / 3,
    maxConcurrentDuringRetryAfter: 2, // at 0.5 s, while both must wait until 2.1 s
    lockstep: 2 / 4, // both retry at 0.5 s, then one at 3 s and one at 4 s
  });
});

function given(number: number, call: number, attempt: number, at: number, duration: number, concurrent = 1): Exchange {
  const place = { method: 'POST', path: '/api/v1/users/bulk', query: '', api: 'vibefollow' } as const;
  const meaning = { operation: 'bulkUpsertUsers', tenant: 't', tenantId: 't', digest: `d${call}` } as const;
  const shape = { size: 10, records: 1, status: 200, credential: 'header' } as const;
  return { ...place, ...meaning, ...shape, number, call, attempt, at, duration, concurrent };
}
