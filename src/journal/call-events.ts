import { toRetryTime } from '../http/retry-after.ts';
import type { EventFacts, Subject } from './event.ts';
import { endOf, isDelivered, isTransient, toCallName, type Exchange } from './exchange.ts';

/** Follows calls from attempt to attempt, and tells what became of them. */
export interface CallEvents {
  /** Registers an attempt that arrives. */
  begin(subject: Subject): void;
  /** Registers the end of an attempt. */
  end(exchange: Exchange): void;
  /** Tells the calls that are silent for too long. */
  judge(): void;
  /** The time of the next `judge` that can find a silent call. `Infinity` if no call has failed. */
  nextDue(): number;
  /** Forgets all calls, or those of one tenant. */
  clear(tenantId?: string): void;
}

/** A call whose last attempt failed in a temporary way. */
interface FailedCall {
  readonly last: Exchange;
  /** The longest wait between two of its attempts. */
  readonly longestWait: number;
  readonly isQuiet: boolean;
  /** The time when it is quiet, or when it has given up. */
  readonly due: number;
}

/** Milliseconds that a client may come later than the answer asked for. */
const patience = 5000;
/** Milliseconds from quiet to given up. */
export const farewell = 60_000;
/** Maximum number of failed calls that are followed. */
const maxCalls = 10_000;

const opened = { type: 'callOpened' } as const;
const delivered = { type: 'callDelivered' } as const;
const refused = { type: 'callRefused' } as const;

interface CallContext {
  now(): number;
  /** The shortest time between two searches for silent calls. */
  readonly pace: number;
  publish(facts: EventFacts, subject: Subject): void;
  /** Whether a request of the call is under way. */
  isUnderWay(call: Subject): boolean;
}

export function createCallEvents({ now, pace, publish, isUnderWay }: CallContext): CallEvents {
  const failed = new Map<string, FailedCall>();
  let due = Infinity;

  function follow(name: string, call: FailedCall): void {
    failed.delete(name);
    failed.set(name, call);
    due = Math.min(due, call.due);
    dropOldest(failed);
  }

  function tell(name: string, call: FailedCall): void {
    if (isUnderWay(call.last)) {
      // The end of the attempt under way begins the time anew.
      failed.set(name, { ...call, due: Infinity });
      return;
    }
    publish(toSilence(call), call.last);
    failed.delete(name);
    if (call.isQuiet) return;
    const quiet = { ...call, isQuiet: true, due: call.due + farewell };
    failed.set(name, quiet);
    if (quiet.due <= now()) tell(name, quiet);
  }

  return {
    begin(subject): void {
      if (subject.attempt === 1) publish(opened, subject);
      if (failed.size === 0) return;
      const name = toCallName(subject);
      const call = failed.get(name);
      if (call === undefined) return;
      // While an attempt is under way, the call is not silent.
      const longestWait = Math.max(call.longestWait, now() - endOf(call.last));
      failed.set(name, { ...call, longestWait, isQuiet: false, due: Infinity });
    },
    end(exchange): void {
      if (exchange.call === undefined) return;
      if (isTransient(exchange)) {
        const name = toCallName(exchange);
        const longestWait = failed.get(name)?.longestWait ?? 0;
        follow(name, { last: exchange, longestWait, isQuiet: false, due: toQuietTime(exchange, longestWait) });
        return;
      }
      if (failed.size > 0) failed.delete(toCallName(exchange));
      publish(isDelivered(exchange) ? delivered : refused, exchange);
    },
    judge(): void {
      if (due === Infinity || now() < due) return;
      due = Infinity;
      for (const [name, call] of [...failed]) {
        if (call.due <= now()) tell(name, call);
        due = Math.min(due, failed.get(name)?.due ?? Infinity);
      }
      due = Math.max(due, now() + pace);
    },
    nextDue: () => due,
    clear(tenantId): void {
      for (const [name, { last }] of failed) {
        if (tenantId === undefined || last.tenantId === tenantId) failed.delete(name);
      }
    },
  };
}

function dropOldest(calls: Map<string, FailedCall>): void {
  for (const oldest of calls.keys()) {
    if (calls.size <= maxCalls) return;
    calls.delete(oldest);
  }
}

function toSilence({ last, isQuiet }: FailedCall): EventFacts {
  const { status, broken, records } = last;
  return {
    type: isQuiet ? 'callGaveUp' : 'callQuiet',
    since: endOf(last),
    ...(status !== undefined && { status }),
    ...(broken !== undefined && { broken }),
    records,
  };
}

/** The time from which a call is quiet, if `exchange` was its last attempt. */
export function toQuietTime(exchange: Parameters<typeof toRetryTime>[0], longestWait: number): number {
  const end = endOf(exchange);
  return Math.max((toRetryTime(exchange) ?? end) + patience, end + 2 * longestWait);
}
