import { afterEach, expect, test, vi } from 'vitest';
import type { Exchange } from '../../src/index.ts';
import { createAccount } from '../../src/reconciliation/account.ts';
import { createLedger } from '../../src/reconciliation/ledger.ts';
import { toEndpoints } from '../../src/rules/endpoints.ts';
import { createEvidence } from '../../src/rules/evidence.ts';
import { measureFigures } from '../../src/rules/figures.ts';
import { defaultLimits } from '../../src/rules/limits.ts';
import { createResends } from '../../src/rules/resends.ts';
import { findStops } from '../../src/rules/stops.ts';
import { rules } from '../../src/rules/verdicts.ts';
import { oneAtATime } from '../_jobs.ts';
import { rows } from '../_rules.ts';
import { open } from '../_setup.ts';

vi.mock('../../src/rules/endpoints.ts', { spy: true });
vi.mock('../../src/rules/figures.ts', { spy: true });
vi.mock('../../src/rules/resends.ts', { spy: true });
vi.mock('../../src/rules/stops.ts', { spy: true });

const derived = { toEndpoints, measureFigures, findStops, createResends };

afterEach(() => vi.clearAllMocks());

test.each(rows)('where a client that $why is judged, all evidence is worked out once', async (row) => {
  const { records, chunkSize, options, breaks } = row;
  const { mock, send } = await open(options);
  await breaks(records, { ...oneAtATime(mock, send), ...(chunkSize && { chunkSize }) }).catch(() => undefined);
  vi.clearAllMocks();
  mock.verdicts({ expected: ['usr_0', 'usr_999'] });
  for (const [name, made] of Object.entries(derived))
    expect([name, vi.mocked(made).mock.calls.length]).toEqual([name, 1]);
});

test('evidence is frozen, and rules leave it as it is', () => {
  const evidence = createEvidence(toFacts([]));
  expect(Object.isFrozen(evidence)).toBe(true);
  expect(() => Object.assign(evidence, { dropped: 7 })).toThrow(TypeError);
  const before = { ...evidence };
  for (const rule of rules) rule.check(evidence);
  expect({ ...evidence }).toEqual(before);
});

test('records are gone through once, and only if somebody asks for them', () => {
  const exchange = { ...createExchange(1), status: 503 };
  const exchanges = [exchange, { ...createExchange(2), call: 2, status: 200, applied: true }];
  const passes = { count: 0 };
  const counted = new Proxy(exchanges, {
    get(target, name): unknown {
      if (name === Symbol.iterator) passes.count += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const resends = createResends(counted);
  expect(passes.count).toBe(0);
  expect(resends.after(exchange)?.number).toBe(2);
  expect(resends.after(exchange, ['usr_1'])?.number).toBe(2);
  expect(passes.count).toBe(1);
});

function toFacts(exchanges: readonly Exchange[]): Parameters<typeof createEvidence>[0] {
  const state = { tenants: () => [], stored: () => undefined };
  const account = createAccount({ ledger: createLedger(0), countStored: () => 0 });
  return { exchanges, calls: [], limits: defaultLimits, dropped: 0, state, account };
}

function createExchange(number: number): Exchange {
  const place = {
    method: 'POST',
    path: '/api/v1/users',
    query: '',
    api: 'vibefollow',
    operation: 'upsertUser',
  } as const;
  const call = { tenantId: 't', call: 1, attempt: 1, records: 1, recordIds: ['usr_1'], digest: 'd' };
  return { ...place, ...call, number, at: number, size: 9, duration: 0 };
}
