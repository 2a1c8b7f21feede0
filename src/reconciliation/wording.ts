import type { RecordCause, RecordCounts } from './reconcile.ts';

const words = {
  stored: 'stored',
  rejected: 'rejected',
  inDoubt: 'in doubt',
  underWay: 'under way',
  lost: 'lost',
  neverSent: 'never sent',
  unaccounted: 'unaccounted',
} as const satisfies Partial<Record<keyof RecordCounts, string>>;

/** Such as `1500 expected, 1500 sent: 1497 stored, 3 rejected`. Zeros are left out. */
export function nameCounts(counts: RecordCounts): string {
  const names = Object.keys(words) as (keyof typeof words)[];
  const parts = names.flatMap((name) => ((counts[name] ?? 0) === 0 ? [] : [`${counts[name] ?? 0} ${words[name]}`]));
  const expected = counts.expected === undefined ? '' : `${counts.expected} expected, `;
  return `${expected}${counts.sent} sent${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** Such as `500 lost: 503 server_error (bulkUpsertUsers, sk_test_…0000)`. */
export function nameCause({ outcome, cause, records, operation, tenant }: RecordCause): string {
  const place = [operation, tenant].filter(Boolean).join(', ');
  return `${records} ${words[outcome]}: ${cause}${place === '' ? '' : ` (${place})`}`;
}
