import type { components } from '../generated/admin.ts';
import { farewell, toQuietTime } from './call-events.ts';
import { endOf, isDelivered, isTransient, toCallName, type Exchange } from './exchange.ts';
import { listRejections } from './rejections.ts';

/** A request of an API in short. */
export type ExchangeRow = Readonly<components['schemas']['ExchangeRow']>;
/** A call whose last attempt failed, and that is late with the next. */
export type QuietCall = Readonly<components['schemas']['QuietCall']>;
/** Numbers of calls by what became of them. */
export type CallCounts = Readonly<components['schemas']['CallCounts']>;

/** The row of an exchange. While its answer is still under way, nobody knows how long it takes. */
export function toRow(exchange: Exchange, isUnderWay: boolean): ExchangeRow {
  const { number, at, api, operation, method, path, tenant, tenantId, call, attempt, records, duration } = exchange;
  const { status, error, broken, fault, applied, retryAfter, requiredWait, waited, unknown, violations } = exchange;
  const rejected = exchange.rejected || error !== undefined ? listRejections(exchange).length : 0;
  return {
    number,
    at,
    ...(api && { api }),
    ...(operation && { operation }),
    method,
    path,
    ...(tenant !== undefined && { tenant }),
    ...(tenantId !== undefined && { tenantId }),
    ...(call !== undefined && { call }),
    ...(attempt !== undefined && { attempt }),
    records,
    ...(rejected > 0 && { rejected }),
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(broken && { broken }),
    ...(fault !== undefined && { fault }),
    ...(applied !== undefined && { applied }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(requiredWait !== undefined && { requiredWait }),
    ...(waited !== undefined && { waited }),
    ...(unknown && { unknown: unknown.length }),
    ...(violations && { violations: violations.length }),
    ...(!isUnderWay && isTransient(exchange) && { transient: true }),
    ...(!isUnderWay && { duration }),
  };
}

/** A call as far as its kept attempts tell. */
interface SeenCall {
  readonly last: Exchange;
  readonly isDelivered: boolean;
  /** The longest wait between two of its attempts. */
  readonly longestWait: number;
}

/** Calls and what became of them. */
export interface JudgedCalls {
  readonly counts: CallCounts;
  /** The calls that are quiet or have given up. */
  readonly quiet: readonly QuietCall[];
  /** The last attempts of the calls that a client may try again. */
  readonly failed: readonly Exchange[];
  /** The attempts of the calls with the highest number of each tenant and operation. */
  readonly newest: readonly Exchange[];
}

/** What became of the calls of `exchanges`, and those that are quiet. `underWay` has the attempts without an answer. */
export function judgeCalls(exchanges: readonly Exchange[], underWay: readonly ExchangeRow[], now: number): JudgedCalls {
  const open = new Set(underWay.filter(({ call }) => call !== undefined).map((row) => toCallName(row)));
  const numbers = new Set(underWay.map(({ number }) => number));
  const seen = new Map<string, SeenCall>();
  for (const exchange of exchanges) {
    if (exchange.call === undefined || numbers.has(exchange.number)) continue;
    const name = toCallName(exchange);
    const before = seen.get(name);
    const wait = before ? exchange.at - endOf(before.last) : 0;
    seen.set(name, {
      last: exchange,
      isDelivered: before?.isDelivered === true || isDelivered(exchange),
      longestWait: Math.max(before?.longestWait ?? 0, wait),
    });
  }
  const counts = { open: open.size, quiet: 0, delivered: 0, refused: 0, gaveUp: 0 };
  const quiet: QuietCall[] = [];
  const failed: Exchange[] = [];
  const newest = new Map<string, Exchange>();
  for (const [name, call] of seen) {
    const scope = toCallName({ ...call.last, call: 0 });
    if ((newest.get(scope)?.call ?? 0) < (call.last.call ?? 0)) newest.set(scope, call.last);
    if (open.has(name)) continue;
    const state = judgeCall(call, now);
    counts[state] += 1;
    if (state === 'delivered' || state === 'refused') continue;
    failed.push(call.last);
    if (state !== 'open') quiet.push(toQuietCall(call.last, state === 'gaveUp'));
  }
  return { counts, quiet, failed, newest: [...newest.values()] };
}

/** What became of a call without an attempt under way. */
function judgeCall({ last, isDelivered: hasSucceeded, longestWait }: SeenCall, now: number): keyof CallCounts {
  if (hasSucceeded) return 'delivered';
  if (!isTransient(last)) return 'refused';
  const quietTime = toQuietTime(last, longestWait);
  if (now < quietTime) return 'open';
  return now < quietTime + farewell ? 'quiet' : 'gaveUp';
}

function toQuietCall(last: Exchange, gaveUp: boolean): QuietCall {
  const { api, operation, tenant = '', tenantId = '', call, attempt: attempts } = last;
  return { api, operation, tenant, tenantId, call, attempts, since: endOf(last), gaveUp } as QuietCall;
}
