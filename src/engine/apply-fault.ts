import type { components } from '../generated/admin.ts';
import { reset, serializeResponse, type ApiResponse, type MockResponse, type Outcome } from '../http/response.ts';
import { toHttpDate, type Clock } from '../runtime/clock.ts';
import { encodeUtf8 } from '../runtime/utf8.ts';
import type { Fault } from './faults.ts';

/** What the work of a request did. */
export interface Effect {
  /** Whether the work was done, or for how many of the records. */
  readonly applied: boolean | number;
  /** Position of the work among all that was done, from 1. */
  readonly position: number;
  /** Whether users that existed were left as they were. */
  readonly isRetaining: boolean;
}

/** What came of a request. */
export interface Result {
  /** What the client meets. */
  readonly outcome: Outcome;
  /** The response of the API behind the outcome, unless a break or a gateway's page took its place. */
  readonly response?: ApiResponse;
  /** Absent where no work was done. */
  readonly effect?: Effect | undefined;
  /** The stack of a bug of the mock. */
  readonly bug?: string;
}

/** A response of the API, and what was done for it. */
export interface Performed {
  readonly response: ApiResponse;
  readonly effect?: Effect | undefined;
}

/** The work of a request, which a fault delays, does in part or leaves out. */
export interface Work {
  readonly clock: Clock;
  /** Waits so many milliseconds. Rejects as soon as nobody waits for the answer any more. */
  sleep(ms: number): Promise<void>;
  /** Does all of it. */
  perform(): Performed;
  /** Does it for the first records. */
  performFirst(count: number): Effect | undefined;
  /** The response that `perform` would give if nothing were stored. Does nothing. */
  rehearse(): ApiResponse;
  /** An error of a status in the API's own shape. */
  fail(status: number, code?: string): ApiResponse;
  /** Hears the status of a whole answer that the client gets, as soon as that is known. */
  end(status: number): void;
}

type RetryAfter = components['schemas']['StatusFault']['retryAfter'];

/** Makes of a request what the fault says. */
export async function applyFault(fault: Fault, work: Work): Promise<Result> {
  switch (fault.kind) {
    case 'delay':
      return delay(fault.ms, fault.applied === true, work);
    case 'slow': {
      const performed = work.perform();
      return { ...performed, outcome: drip(serializeResponse(performed.response), fault.ms, work) };
    }
    default: {
      const { response, effect } = workBefore(fault.applied ?? false, work);
      return { ...(await failAfterWork(fault, response, work)), effect };
    }
  }
}

type FailingFault = Exclude<Fault, { kind: 'delay' | 'slow' }>;

/** Does the work that a fault lets happen. There is a response where all of it is done. */
function workBefore(applied: boolean | number, work: Work): Partial<Performed> {
  if (applied === true) return work.perform();
  return applied === false ? {} : { effect: work.performFirst(applied) };
}

async function failAfterWork(fault: FailingFault, done: ApiResponse | undefined, work: Work): Promise<Result> {
  switch (fault.kind) {
    case 'reset':
      return { outcome: reset };
    case 'hang':
      await work.sleep(Infinity).catch(() => undefined);
      return { outcome: reset };
    case 'truncate': {
      const response = done ?? work.rehearse();
      return { response, outcome: truncate(serializeResponse(response)) };
    }
    case 'garbage':
      return { outcome: toGatewayPage(fault.status ?? 502) };
    default: {
      work.end(fault.status);
      const headers = toRetryAfter(fault.retryAfter, work.clock);
      const response = { ...work.fail(fault.status, fault.code), headers };
      return { response, outcome: serializeResponse(response) };
    }
  }
}

async function delay(ms: number, isApplied: boolean, work: Work): Promise<Result> {
  const early = isApplied ? work.perform() : undefined;
  try {
    await work.sleep(ms);
  } catch {
    return { outcome: reset, effect: early?.effect };
  }
  const performed = early ?? work.perform();
  work.end(performed.response.status);
  return { ...performed, outcome: serializeResponse(performed.response) };
}

const pieceCount = 8;

function drip(answer: MockResponse, ms: number, { sleep, end }: Work): MockResponse {
  const bytes = encodeUtf8(answer.body);
  return {
    ...answer,
    pieces: (async function* (): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < pieceCount; piece += 1) {
        await sleep(ms / pieceCount);
        const at = (part: number): number => Math.round((bytes.length * part) / pieceCount);
        yield bytes.subarray(at(piece), at(piece + 1));
      }
      end(answer.status);
    })(),
  };
}

function truncate(answer: MockResponse): Outcome {
  const bytes = encodeUtf8(answer.body);
  if (bytes.length === 0) return reset;
  return {
    ...answer,
    // eslint-disable-next-line @typescript-eslint/require-await -- the pieces of an answer are asynchronous
    pieces: (async function* (): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, Math.floor(bytes.length / 2));
      throw new Error('The connection broke');
    })(),
  };
}

function toGatewayPage(status: number): MockResponse {
  const title = { 200: 'Please wait', 502: '502 Bad Gateway', 503: '503 Service Temporarily Unavailable' }[status];
  const body = `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n</body>\n</html>\n`;
  return { status, headers: { 'Content-Type': 'text/html' }, body };
}

function toRetryAfter(retryAfter: RetryAfter, clock: Clock): Record<string, string> {
  if (retryAfter === undefined) return {};
  const text = typeof retryAfter === 'object' ? toHttpDate(clock.now() + retryAfter.date * 1000) : String(retryAfter);
  return { 'Retry-After': text };
}
