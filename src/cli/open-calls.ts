import { isTransient, toCallName, toWait, type Exchange } from '../journal/exchange.ts';

/** The calls whose last attempt failed in a temporary way. */
export interface OpenCalls {
  /** Takes a finished attempt. Returns it with its wait after the attempt before. */
  add(exchange: Exchange): Exchange;
  /** The call of an event. `undefined` if it is not open, or if there are too many. */
  find(subject: Subject): OpenCall | undefined;
  /** Forgets all calls, or those of one tenant. */
  clear(tenantId: string | undefined): void;
}

/** What is remembered of a call. It is small, since the last attempt may have a long list of records. */
export interface OpenCall {
  readonly last: Last;
  /** Number of records whose work an attempt has done, though the client does not know it. */
  readonly done: number;
  readonly firstRecord: string | undefined;
  readonly tenantId: string | undefined;
}

type Last = {
  readonly [
    Name in 'at' | 'duration' | 'status' | 'broken' | 'error' | 'retryAfter' | 'records' | 'attempt'
  ]: Exchange[Name];
};
type Subject = Parameters<typeof toCallName>[0];

/** Maximum number of calls. Beyond it, the oldest one is forgotten. */
const capacity = 10_000;

export function createOpenCalls(): OpenCalls {
  const calls = new Map<string, OpenCall>();
  return {
    add(exchange): Exchange {
      if (exchange.call === undefined) return exchange;
      const name = toCallName(exchange);
      const before = calls.get(name);
      calls.delete(name);
      if (isTransient(exchange)) {
        const [oldest] = calls.size === capacity ? calls.keys() : [];
        if (oldest !== undefined) calls.delete(oldest);
        calls.set(name, toOpenCall(exchange, before));
      }
      // After a reset, another call may have the same number.
      return before === undefined || (exchange.attempt ?? 0) <= (before.last.attempt ?? 0)
        ? exchange
        : { ...exchange, ...toWait(before.last, exchange) };
    },
    find: (subject) => calls.get(toCallName(subject)),
    clear(tenantId): void {
      for (const [name, call] of calls) {
        if (tenantId === undefined || call.tenantId === tenantId) calls.delete(name);
      }
    },
  };
}

function toOpenCall(exchange: Exchange, before: OpenCall | undefined): OpenCall {
  const { applied = false, records, recordIds = [], tenantId } = exchange;
  const done = typeof applied === 'number' ? applied : applied ? records : 0;
  const { at, duration, status, broken, error, retryAfter, attempt } = exchange;
  const last = { at, duration, status, broken, error, retryAfter, attempt, records };
  return { last, done: Math.max(done, before?.done ?? 0), firstRecord: recordIds[0], tenantId };
}
