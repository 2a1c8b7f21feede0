import { toHttpDate, type Clock } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import type { Fault } from './faults.ts';
import { reset, serializeResponse, type MockResponse, type Outcome, type ApiResponse } from '../http/response.ts';
import { encodeUtf8 } from '../runtime/utf8.ts';

/** What a fault does something to. */
export interface FaultTarget {
  readonly clock: Clock;
  /** Waits so many milliseconds, or rejects as soon as nobody waits for the answer any more. */
  sleep(ms: number): Promise<void>;
  /** Does all the work of the call. */
  work(): ApiResponse;
  /** Does it for the first records. */
  workOn(count: number): void;
  /** The answer without the work. */
  rehearse(): ApiResponse;
  fail(status: number, code?: string): ApiResponse;
  /** Hears that the client got a whole answer of this status, as soon as that is known. */
  end(status: number): void;
}

type RetryAfter = components['schemas']['StatusFault']['retryAfter'];

/** Makes of a call what the fault says. */
export async function applyFault(fault: Fault, call: FaultTarget): Promise<Outcome> {
  switch (fault.kind) {
    case 'delay':
      return delay(fault.ms, fault.applied === true, call);
    case 'slow':
      return drip(serializeResponse(call.work()), fault.ms, call);
    default: {
      const reply = doWork(fault.applied ?? false, call);
      return failAfterWork(fault, reply, call);
    }
  }
}

type FailingFault = Exclude<Fault, { kind: 'delay' | 'slow' }>;

/** The answer, where all of the work is done. */
function doWork(applied: boolean | number, call: FaultTarget): ApiResponse | undefined {
  if (applied === true) return call.work();
  if (applied !== false) call.workOn(applied);
  return undefined;
}

async function failAfterWork(fault: FailingFault, reply: ApiResponse | undefined, call: FaultTarget): Promise<Outcome> {
  switch (fault.kind) {
    case 'reset':
      return reset;
    case 'hang':
      await call.sleep(Infinity).catch(() => undefined);
      return reset;
    case 'truncate':
      return truncate(serializeResponse(reply ?? call.rehearse()));
    case 'garbage':
      return toGatewayPage(fault.status ?? 502);
    default: {
      call.end(fault.status);
      const headers = toRetryAfter(fault.retryAfter, call.clock);
      return serializeResponse({ ...call.fail(fault.status, fault.code), headers });
    }
  }
}

async function delay(ms: number, isApplied: boolean, call: FaultTarget): Promise<Outcome> {
  const early = isApplied ? call.work() : undefined;
  try {
    await call.sleep(ms);
  } catch {
    return reset;
  }
  const answer = serializeResponse(early ?? call.work());
  call.end(answer.status);
  return answer;
}

const pieceCount = 8;

function drip(answer: MockResponse, ms: number, { sleep, end }: FaultTarget): MockResponse {
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
