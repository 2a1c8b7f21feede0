import type { Exchange } from '../journal/exchange.ts';
import { toFaultCase, toRuleCase, type Case, type Vendor } from './case.ts';
import { namesRejected } from './checks.ts';
import { listRejections } from '../journal/rejections.ts';

const key = `sk_test_${'0'.repeat(32)}`;
const bulkPage = 'VibeFollow users/bulk page';

const premise = {
  otherwise: 'No record was rejected.',
  exchange: (exchange: Exchange) => listRejections(exchange).length > 0,
};

const recordCases: readonly Case[] = [
  {
    id: 'records/invalid-among-valid',
    level: 'MUST',
    requirement: 'If some records are rejected, the client delivers all others.',
    source: `${bulkPage} (accepted + rejected = received)`,
    records: 2500,
    invalid: 0.01,
    options: {},
    end: 'delivered',
    rules: [],
    premise,
  },
  {
    id: 'records/names-rejected',
    level: 'SHOULD',
    requirement: 'The output of the client names each rejected record.',
    source: `${bulkPage} (data.errors)`,
    records: 1500,
    invalid: 0.01,
    options: {},
    end: 'any',
    rules: [],
    checks: [namesRejected],
    premise,
  },
];

const keyless = 'The client uses no Idempotency-Key.';

const ownCases: readonly Case[] = [
  {
    id: 'queue/drains',
    level: 'MUST',
    requirement: 'After backfill_queue_full the client waits as Retry-After says, and delivers all records.',
    source: 'VibeFollow errors page, backfill_queue_full',
    records: 2500,
    options: { vibefollow: { queueCapacity: 1000, drainRate: 250 } },
    end: 'delivered',
    rules: ['retry-after-honored'],
    premise: { otherwise: 'The queue was never full.', exchange: ({ error }) => error === 'backfill_queue_full' },
  },
  toFaultCase(
    {
      id: 'queue/without-retry-after',
      requirement: 'After backfill_queue_full without Retry-After the client backs off, and delivers all records.',
      source: 'VibeFollow errors page, backfill_queue_full (VF-7)',
      rules: ['queue-full-backs-off'],
    },
    { on: { attempt: '<=2', call: 1 }, fault: { status: 429, code: 'backfill_queue_full' } },
  ),
  toRuleCase(
    {
      id: 'idempotency/own-key',
      requirement: 'Each chunk has its own Idempotency-Key.',
      source: 'VibeFollow authentication page; draft-ietf-httpapi-idempotency-key-header-07, section 2.2',
      records: 2500,
    },
    'fresh-key-per-call',
    keyless,
  ),
  toFaultCase(
    {
      id: 'idempotency/reused-key',
      requirement:
        'After 422 idempotency_key_reuse the client sends the chunk again with another key, or reports the failure.',
      source: 'VibeFollow authentication page (VF-1)',
      end: 'honest',
      rules: ['no-retry-on-permanent'],
      premise: {
        otherwise: keyless,
        exchange: ({ fault, idempotencyKey }) => fault !== undefined && idempotencyKey !== undefined,
      },
    },
    { on: { attempt: 1, call: 1 }, fault: { status: 422, code: 'idempotency_key_reuse' } },
  ),
];

export const vibefollow: Vendor = {
  pages: { bulk: bulkPage, errors: 'VibeFollow errors page', access: 'VibeFollow authentication page' },
  key,
  tenant: key,
  options: { vibefollow: { keys: { [key]: 'active' } } },
  recordCases,
  ownCases,
};
