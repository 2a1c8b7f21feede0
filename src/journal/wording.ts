import type { ClientCall, Exchange } from './exchange.ts';

/** Such as `call 2 (bulkUpsertUsers, sk_test_…0000)`. */
export function nameCall({
  call = 0,
  operation,
  tenant,
}: Partial<Pick<ClientCall, 'call' | 'operation' | 'tenant'>>): string {
  return `call ${call} (${[operation, tenant].filter(Boolean).join(', ')})`;
}

/** Such as `attempt 2 of call 2 (bulkUpsertUsers, sk_test_…0000)`. A request without a call is `POST /path`. */
export function nameAttempt(exchange: Exchange): string {
  const { attempt, method, path } = exchange;
  return attempt === undefined ? `${method} ${path}` : `attempt ${attempt} of ${nameCall(exchange)}`;
}

/** Such as `delivered` or `delivered, 3 rejected`. */
export function nameOutcome({ outcome, rejected = 0 }: Pick<ClientCall, 'outcome' | 'rejected'>): string {
  return [outcome, nameRejected(rejected)].filter(Boolean).join(', ');
}

/** Such as `3 rejected`. Empty if there are none. */
export function nameRejected(count: number): string {
  return count === 0 ? '' : `${count} rejected`;
}

/** The answer of an exchange, or its break. */
type Answer = { readonly [Name in 'status' | 'broken' | 'error']?: Exchange[Name] | undefined };

/** Such as `429 backfill_queue_full` or `a reset`. */
export function nameAnswer({ status, broken, error }: Answer): string {
  const breaks = {
    reset: 'a reset',
    hang: 'no answer',
    truncate: 'a truncated answer',
    garbage: `a gateway's page under ${status ?? 0}`,
    abort: 'no answer before it gave up',
  };
  return broken ? breaks[broken] : [status, error].filter(Boolean).join(' ');
}

/** Such as `usr_1`, `usr_1 and usr_2` or `usr_1, usr_2 and 998 others`. */
export function nameRecords(ids: readonly string[]): string {
  const [first = '', second] = ids.map((id) => (id === '' ? '(no id)' : id));
  if (second === undefined) return first;
  return ids.length === 2
    ? `${first} and ${second}`
    : `${first}, ${second} and ${ids.length - 2} other${ids.length === 3 ? '' : 's'}`;
}

/** Such as `0.25 s`. */
export function toSeconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(3))} s`;
}
