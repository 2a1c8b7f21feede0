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

const { neverSent, ...sentWords } = words;

/** Such as `1500 expected, 1480 sent (1477 stored, 3 rejected), 20 never sent`. Zeros are left out. */
export function nameCounts(counts: RecordCounts): string {
  const names = Object.keys(sentWords) as (keyof typeof sentWords)[];
  const parts = names.flatMap((name) => (counts[name] === 0 ? [] : [`${counts[name]} ${words[name]}`]));
  return [
    ...(counts.expected === undefined ? [] : [`${counts.expected} expected`]),
    `${counts.sent} sent${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`,
    ...((counts.neverSent ?? 0) === 0 ? [] : [`${counts.neverSent ?? 0} ${neverSent}`]),
  ].join(', ');
}

/** Such as `500 lost: 503 server_error (bulkUpsertUsers, sk_test_…0000)`. */
export function nameCause({ outcome, cause, records, operation, tenant }: RecordCause): string {
  const place = [operation, tenant].filter(Boolean).join(', ');
  return `${records} ${words[outcome]}: ${cause}${place === '' ? '' : ` (${place})`}`;
}
