import type { Api } from '../engine/api.ts';
import type { Effect, Performed, Work } from '../engine/apply-fault.ts';
import { withFirstRecords } from '../engine/records.ts';
import type { ParsedRequest, ValidatedRequest } from '../engine/request.ts';
import type { Validation } from '../engine/validate.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Cancellation } from '../runtime/cancellation.ts';
import type { Clock } from '../runtime/clock.ts';

/** What the checks before the work make of a request: the request to do the work for, or the response that it gets. */
export type Checked = {
  /** Headers for whatever answer it gets. */
  readonly headers: NonNullable<ApiResponse['headers']>;
  /** Absent where it was answered before it was validated. */
  readonly validation?: Validation;
} & ({ readonly request: ValidatedRequest } | { readonly refusal: ApiResponse });

/** What the work of a request is done with. */
interface WorkContext {
  readonly api: Api;
  readonly clock: Clock;
  /** Aborted when the client gives up. */
  readonly signal: AbortSignal | undefined;
  /** Wake the request when it waits, and is to wait no longer. */
  readonly cancellations: readonly Cancellation[];
  check(): Checked;
  /** Hears the status of a whole answer that the client gets. */
  end(status: number): void;
  /** The position of the next work that is done. */
  nextEffect(): number;
}

/** The work of a request. The checks before it run once, when its turn has come, since they count against limits. */
export function createWork(
  parsed: ParsedRequest,
  { api, clock, signal, cancellations, check, end, nextEffect }: WorkContext,
): Work & { validation(): Validation | undefined } {
  let checked: Checked | undefined;
  const pass = (): Checked => (checked ??= check());

  function toEffect(applied: boolean | number, request: ValidatedRequest, { status }: ApiResponse): Effect | undefined {
    if (status >= 300) return undefined;
    return { applied, position: nextEffect(), isRetaining: api.retainsExisting(request) };
  }

  return {
    clock,
    end,
    validation: () => checked?.validation,
    sleep: async (ms) => sleep(ms, clock, signal, cancellations),
    perform(): Performed {
      const passed = pass();
      if ('refusal' in passed) return { response: withHeaders(passed, passed.refusal) };
      const response = api.perform(passed.request);
      return { response: withHeaders(passed, response), effect: toEffect(true, passed.request, response) };
    },
    performFirst(count): Effect | undefined {
      const passed = pass();
      if ('refusal' in passed) return undefined;
      const response = api.performPart(withFirstRecords(passed.request, count));
      const records = parsed.recordIds.length;
      // Without records there is only one thing to do.
      return toEffect(records === 0 || Math.min(count, records), passed.request, response);
    },
    rehearse(): ApiResponse {
      const passed = pass();
      return withHeaders(passed, 'refusal' in passed ? passed.refusal : api.rehearse(passed.request));
    },
    fail: api.toFaultResponse,
  };
}

function withHeaders({ headers }: Checked, response: ApiResponse): ApiResponse {
  return { ...response, headers: { ...headers, ...response.headers } };
}

/** Sleeps until the client gives up, or until the request is cancelled. */
async function sleep(
  ms: number,
  clock: Clock,
  signal: AbortSignal | undefined,
  cancellations: readonly Cancellation[],
): Promise<void> {
  const cancelled = new AbortController();
  const stops = cancellations.map(({ subscribe }) => subscribe(() => cancelled.abort()));
  try {
    await clock.sleep(ms, signal ? AbortSignal.any([signal, cancelled.signal]) : cancelled.signal);
  } finally {
    for (const stop of stops) stop();
  }
}
