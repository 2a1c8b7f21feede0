import type { Subject } from '../journal/event.ts';
import type { HandledRequest } from '../journal/to-exchange.ts';
import { createCancellation, type Cancellation } from '../runtime/cancellation.ts';

/** What is known of a request under way. */
export type RequestUnderWay = Pick<HandledRequest, 'arrival' | 'parsed' | 'attempt' | 'fault'>;

/** Cancels requests under way, all or those of one tenant. The connection of a request that waits is reset. */
export interface Cancellations {
  /** Registers a request that arrives. */
  begin(known: RequestUnderWay): Cancellation;
  /** Registers what else is known of a request. */
  assign(request: Cancellation, known: RequestUnderWay): void;
  /** Registers the end of a request. */
  end(request: Cancellation): void;
  cancel(tenant?: string): void;
  /** Number of requests under way. */
  count(): number;
  /** Whether a request of a call is under way. */
  has(call: Subject): boolean;
  /** The requests under way, in order of arrival. */
  list(): readonly RequestUnderWay[];
}

export function createCancellations(): Cancellations {
  const underWay = new Map<Cancellation, RequestUnderWay>();
  return {
    begin(known): Cancellation {
      const request = createCancellation();
      underWay.set(request, known);
      return request;
    },
    assign: (request, known) => void underWay.set(request, known),
    end: (request) => void underWay.delete(request),
    count: () => underWay.size,
    has: ({ operation, tenantId = '', call }) =>
      [...underWay.values()].some(
        ({ parsed, attempt }) =>
          parsed?.operation.id === operation && parsed?.tenant.id === tenantId && attempt?.call === call,
      ),
    list: () => [...underWay.values()],
    cancel(tenant): void {
      for (const [request, { parsed }] of underWay) {
        if (tenant !== undefined && parsed?.tenant.id !== tenant) continue;
        underWay.delete(request);
        request.cancel();
      }
    },
  };
}
