import { isOther } from '../journal/exchange.ts';
import type { Mock } from '../mock/mock.ts';

/** The supervision of one run of a client. */
interface Supervision {
  /** Aborted when the client must stop, for any reason. */
  readonly signal: AbortSignal;
  /** The reason, if the client itself was the cause. */
  reason(): string | undefined;
  end(): void;
}

interface SupervisionLimits {
  /** Maximum milliseconds of the run. */
  readonly timeout: number;
  /** Number of records to sync. */
  readonly records: number;
  /** Stops the client for other reasons. */
  readonly signal: AbortSignal;
}

/** Generous limits: ten attempts for each record, sent one by one, stay within them. */
const maxima = { requestsPerRecord: 10, copies: 20 };

/** Maximum number of requests of a client for a number of records. */
export function maxRequests(records: number): number {
  return maxima.requestsPerRecord * (records + 10);
}

/** Stops a client that runs too long, or sends far too many requests or records. */
export function superviseClient(mock: Mock, { timeout, records, signal }: SupervisionLimits): Supervision {
  const controller = new AbortController();
  let reason: string | undefined;
  const stop = (cause: string): void => {
    reason ??= cause;
    controller.abort();
  };
  const sent = { requests: 0, records: 0 };
  const allowed = { requests: maxRequests(records), records: maxima.copies * (records + 1000) };
  const unsubscribe = mock.journal.subscribe(
    ({ exchange }) => {
      if (isOther(exchange)) return;
      sent.requests += 1;
      sent.records += exchange.records;
      if (sent.requests <= allowed.requests && sent.records <= allowed.records) return;
      stop(
        `certify stopped the client: it sent ${sent.requests} requests with ${sent.records} records for a job of ${records}.`,
      );
    },
    { type: 'exchangeEnded' },
  );
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
      // Node keeps a combined signal with listeners until it is aborted, and all that the listeners hold.
      controller.abort();
    },
  };
}
