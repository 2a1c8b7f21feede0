import type { Attempt } from '../engine/attempts.ts';
import type { ParsedRequest } from '../engine/request.ts';
import type { Subject } from '../journal/event.ts';
import { createCancellation, type Cancellation } from '../runtime/cancellation.ts';

/** What is known of a request that leads to an operation. */
interface KnownRequest {
  readonly parsed: Pick<ParsedRequest, 'operation' | 'tenant'>;
  readonly attempt: Pick<Attempt, 'call'>;
}

/** Cancels requests under way, all or those of one tenant. The connection of a request that waits is reset. */
export interface Cancellations {
  /** Registers a request that arrives. */
  begin(): Cancellation;
  /** Registers what is known of a request. */
  assign(request: Cancellation, known: KnownRequest): void;
  /** Registers the end of a request. */
  end(request: Cancellation): void;
  cancel(tenant?: string): void;
  /** Number of requests under way. */
  count(): number;
  /** Whether a request of a call is under way. */
  has(call: Subject): boolean;
}

export function createCancellations(): Cancellations {
  const underWay = new Map<Cancellation, KnownRequest | undefined>();
  return {
    begin(): Cancellation {
      const request = createCancellation();
      underWay.set(request, undefined);
      return request;
    },
    assign: (request, known) => void underWay.set(request, known),
    end: (request) => void underWay.delete(request),
    count: () => underWay.size,
    has: ({ operation, tenantId = '', call }) =>
      [...underWay.values()].some(
        (known) =>
          known !== undefined &&
          known.attempt.call === call &&
          known.parsed.operation.id === operation &&
          known.parsed.tenant.id === tenantId,
      ),
    cancel(tenant): void {
      for (const [request, known] of underWay) {
        if (tenant !== undefined && known?.parsed.tenant.id !== tenant) continue;
        underWay.delete(request);
        request.cancel();
      }
    },
  };
}
