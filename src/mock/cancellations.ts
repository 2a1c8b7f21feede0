import { createCancellation, type Cancellation } from '../runtime/cancellation.ts';

/** Cancels requests under way, all or those of one tenant. The connection of a request that waits is reset. */
export interface Cancellations {
  /** Registers a request that arrives. */
  begin(): Cancellation;
  /** Registers the tenant of a request. */
  assign(request: Cancellation, tenant: string): void;
  /** Registers the end of a request. */
  end(request: Cancellation): void;
  cancel(tenant?: string): void;
  /** Number of requests under way. */
  count(): number;
}

export function createCancellations(): Cancellations {
  /** The requests under way, and their tenants. */
  const underWay = new Map<Cancellation, string | undefined>();
  return {
    begin(): Cancellation {
      const request = createCancellation();
      underWay.set(request, undefined);
      return request;
    },
    assign: (request, tenant) => void underWay.set(request, tenant),
    end: (request) => void underWay.delete(request),
    count: () => underWay.size,
    cancel(tenant): void {
      for (const [request, itsTenant] of underWay) {
        if ((tenant ?? itsTenant) !== itsTenant) continue;
        underWay.delete(request);
        request.cancel();
      }
    },
  };
}
