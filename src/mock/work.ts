import type { Api } from '../engine/api.ts';
import type { Effect, Performed, Work } from '../engine/apply-fault.ts';
import { withFirstRecords } from '../engine/records.ts';
import type { ParsedRequest, ValidatedRequest } from '../engine/request.ts';
import type { Validation } from '../engine/validate.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Cancellation } from '../runtime/cancellation.ts';
import type { Clock } from '../runtime/clock.ts';

/** The result of the checks before the work: a valid request or a refusal. */
export type Checked = {
  /** Headers for the answer, refused or not. */
  readonly headers: NonNullable<ApiResponse['headers']>;
  /** Absent if the request was answered before its validation. */
  readonly validation?: Validation;
} & ({ readonly request: ValidatedRequest } | { readonly refusal: ApiResponse });

/** The context in which the work of one request is done. */
interface WorkContext {
  readonly api: Api;
  readonly clock: Clock;
  /** Aborted when the client gives up. */
  readonly signal: AbortSignal | undefined;
  /** Wakes the request if it waits. */
  readonly cancellation: Cancellation;
  check(): Checked;
  /** Reports an answer that reaches the client as a whole. */
  answered(response: ApiResponse): void;
  /** Counts an effect, and returns its position. */
  nextEffect(): number;
}

/** The work of a request. Its checks run only once, since they count the request against the rate limit. */
export function createWork(
  parsed: ParsedRequest,
  { api, clock, signal, cancellation, check, answered, nextEffect }: WorkContext,
): Work & { validation(): Validation | undefined } {
  let checked: Checked | undefined;
  const pass = (): Checked => (checked ??= check());

  /** Does work, and returns its response and its effect. `applied` says for how many records it is done. */
  function work(request: ValidatedRequest, applied: boolean | number, run: Api['perform']): Performed {
    const { id } = request.tenant;
    const { queued } = api.queueProgress(id);
    const response = run(request);
    if (response.status >= 300) return { response };
    const isQueued = api.queueProgress(id).queued > queued;
    const isRetaining = api.retainsExisting(request);
    const more = { leftOut: api.leavesOut(request), doubles: api.doubles(request) };
    const effect = { applied, position: nextEffect(), isRetaining, ...more };
    return { response, effect: isQueued ? { ...effect, queuedBefore: queued } : effect };
  }

  return {
    clock,
    answered,
    validation: () => checked?.validation,
    sleep: async (ms) => sleep(ms, clock, signal, cancellation),
    perform(): Performed {
      const passed = pass();
      if ('refusal' in passed) return { response: withHeaders(passed, passed.refusal) };
      const { response, effect } = work(passed.request, true, api.perform);
      return { response: withHeaders(passed, response), effect };
    },
    performFirst(count): Effect | undefined {
      const passed = pass();
      if ('refusal' in passed) return undefined;
      const { records } = parsed;
      // A request without records is a single piece of work.
      const applied = records === 0 || Math.min(count, records);
      return work(withFirstRecords(passed.request, count), applied, api.performPart).effect;
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
  { subscribe }: Cancellation,
): Promise<void> {
  const cancelled = new AbortController();
  const stop = subscribe(() => cancelled.abort());
  try {
    await clock.sleep(ms, signal ? AbortSignal.any([signal, cancelled.signal]) : cancelled.signal, false);
  } finally {
    stop();
  }
}
