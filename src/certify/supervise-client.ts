import type { Mock } from '../mock/mock.ts';

/** A client under watch. */
interface Supervision {
  /** Aborted when the client is to be stopped, whyever. */
  readonly signal: AbortSignal;
  /** Why it was stopped, if it was for what it did. */
  reason(): string | undefined;
  end(): void;
}

interface SupervisionLimits {
  /** Milliseconds. */
  readonly timeout: number;
  /** Records to sync. */
  readonly records: number;
  /** Stops it for other reasons. */
  readonly signal: AbortSignal;
}

/** Even one by one, and each tried ten times, records need no more requests than this; nor more copies of them. */
const maxima = { requestsPerRecord: 10, copies: 20 };

/** Requests that nobody needs more of to sync so many records. */
export function maxRequests(records: number): number {
  return maxima.requestsPerRecord * (records + 10);
}

/** Has a client stopped that takes too long, or sends far more than there is to send. */
export function superviseClient(mock: Mock, { timeout, records, signal }: SupervisionLimits): Supervision {
  const controller = new AbortController();
  let reason: string | undefined;
  const stop = (why: string): void => {
    reason ??= why;
    controller.abort();
  };
  const sent = { requests: 0, records: 0 };
  const allowed = { requests: maxRequests(records), records: maxima.copies * (records + 1000) };
  const unsubscribe = mock.journal.subscribe((exchange) => {
    sent.requests += 1;
    sent.records += exchange.records;
    if (sent.requests <= allowed.requests && sent.records <= allowed.records) return;
    stop(
      `certify stopped the client: it sent ${sent.requests} requests with ${sent.records} records for a job of ${records}.`,
    );
  });
  const timer = setTimeout(
    () =>
      stop(
        `certify stopped the client: it still ran after ${timeout / 1000} s. If it may take longer, use a longer timeout.`,
      ),
    timeout,
  );
  return {
    signal: AbortSignal.any([controller.signal, signal]),
    reason: () => reason,
    end(): void {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
