import type { components } from '../generated/admin.ts';
import { reset, serializeResponse, type ApiResponse, type MockResponse, type Outcome } from '../http/response.ts';
import type { LeftOut } from './api.ts';
import { toHttpDate, type Clock } from '../runtime/clock.ts';
import { encodeUtf8 } from '../runtime/utf8.ts';
import type { Fault } from './faults.ts';

/** The effect of a request on the stored data. */
export interface Effect {
  /** Whether the work was done for all records. A number if it was done only for the first records. */
  readonly applied: boolean | number;
  /** Position among all effects of the mock, from 1. */
  readonly position: number;
  /** Whether the work left existing users unchanged. */
  readonly isRetaining: boolean;
  /** Present if the records wait in a queue: the number of records that were ever queued before them. */
  readonly queuedBefore?: number;
  /** The valid records that were left out. */
  readonly leftOut?: LeftOut | undefined;
  /** The positions of the records that are stored twice if they are sent twice. Absent if there are no others. */
  readonly doubles?: readonly number[] | undefined;
}

/** The result of a handled request. */
export interface Result {
  /** The answer or the broken connection for the client. */
  readonly outcome: Outcome;
  /** The API's response. Absent if the client gets a broken connection or a gateway's page instead. */
  readonly response?: ApiResponse;
  /** Absent if no work was done. */
  readonly effect?: Effect | undefined;
  /** The stack of a bug in the mock. */
  readonly bug?: string;
}

/** A response of the API, and the effect of its work. */
export interface Performed {
  readonly response: ApiResponse;
  readonly effect?: Effect | undefined;
}

/** The work of a request. A fault can delay it, do only a part of it, or skip it. */
export interface Work {
  readonly clock: Clock;
  /** Waits for `ms` milliseconds. Rejects when the client gives up or the request is cancelled. */
  sleep(ms: number): Promise<void>;
  /** Does the whole work. */
  perform(): Performed;
  /** Does the work for the first `count` records. */
  performFirst(count: number): Effect | undefined;
  /** Returns the answer that `perform` would give to an empty tenant. Does no work. */
  rehearse(): ApiResponse;
  /** An error with this status, in the API's own shape. */
  fail(status: number, code?: string): ApiResponse;
  /** Reports an answer that reaches the client as a whole. */
  answered(response: ApiResponse): void;
}

type RetryAfter = components['schemas']['StatusFault']['retryAfter'];

/** Answers a request, or breaks its connection, as the fault says. */
export async function applyFault(fault: Fault, work: Work): Promise<Result> {
  switch (fault.kind) {
    case 'delay':
      return delay(fault.ms, fault.applied === true, work);
    case 'slow': {
      const performed = work.perform();
      return { ...performed, outcome: drip(performed.response, fault.ms, work) };
    }
    default: {
      const { response, effect } = workBefore(fault.applied ?? false, work);
      return { ...(await failAfterWork(fault, response, work)), effect };
    }
  }
}

type FailingFault = Exclude<Fault, { kind: 'delay' | 'slow' }>;

/** Does the work that the fault allows. Returns a response only if the whole work is done. */
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
      const headers = toRetryAfter(fault.retryAfter, work.clock);
      const response = { ...work.fail(fault.status, fault.code), headers };
      work.answered(response);
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
  work.answered(performed.response);
  return { ...performed, outcome: serializeResponse(performed.response) };
}

const pieceCount = 8;

function drip(response: ApiResponse, ms: number, { sleep, answered }: Work): MockResponse {
  const answer = serializeResponse(response);
  const bytes = encodeUtf8(answer.body);
  // Elsewhere an empty body with pieces means that its length is not known.
  const length = bytes.length === 0 ? { 'Content-Length': '0' } : {};
  return {
    ...answer,
    headers: { ...answer.headers, ...length },
    pieces: (async function* (): AsyncGenerator<Uint8Array> {
      for (let piece = 0; piece < pieceCount; piece += 1) {
        await sleep(ms / pieceCount);
        const at = (part: number): number => Math.round((bytes.length * part) / pieceCount);
        yield bytes.subarray(at(piece), at(piece + 1));
      }
      answered(response);
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
  if (typeof retryAfter === 'object') return { 'Retry-After': toHttpDate(clock.now() + retryAfter.date * 1000) };
  return { 'Retry-After': typeof retryAfter === 'string' ? retryAfter : toDigits(retryAfter) };
}

/** A number without an exponent, as in `100000000000000000000000` for 1e23. */
function toDigits(number: number): string {
  return number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
