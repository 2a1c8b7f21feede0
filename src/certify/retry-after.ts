import { toRetryTime } from '../http/retry-after.ts';
import { endOf, type Exchange } from '../journal/exchange.ts';
import { toSeconds } from '../journal/wording.ts';
import type { FaultRule } from '../engine/faults.ts';
import { toFaultCase, type Case, type Steer, type Vendor } from './case.ts';
import type { Check } from './trial.ts';

/** The waits of a client, in milliseconds: as an answer required, and by itself after the same status without a header. */
interface Waits {
  readonly required: readonly RequiredWait[];
  readonly own: readonly number[];
}

interface RequiredWait {
  readonly required: number;
  readonly waited: number;
}

type Status = 429 | 503;

/** A `Retry-After` of so many seconds: the number, or a date. */
type Form = (seconds: number) => number | { readonly date: number };

const inSeconds: Form = (seconds) => seconds;
const asDate: Form = (seconds) => ({ date: seconds });

/** No library waits so long by default before its second attempt. */
const firstSeconds = 3;
/** Maximum milliseconds of a client's own wait for which the case requires a longer wait. */
const longestOwnWait = 5000;
const ids = { shorter: 'required-shorter', longer: 'required-longer', own: 'not-required' };

/**
 * The cases of `Retry-After`. First, two calls are required to wait for different times. Then two calls meet the same
 * status without the header. So the waits show whether the header was their cause.
 */
export function toRetryAfterCases({ errors }: Vendor['pages']): Case[] {
  const limited = `${errors}; RFC 6585, section 4; RFC 9110, section 10.2.3`;
  const after = (id: string, status: Status, form: Form, requirement: string, source: string): Case => ({
    ...toFaultCase(
      { id: `retry/${id}`, requirement, source, records: 12_000 },
      ...requireWaits(firstSeconds, status, form),
    ),
    rules: ['retry-after-honored'],
    checks: [waitsBecauseOfHeader],
    steer: steerWaits(status, form),
    // The group has cases without Retry-After.
    excused: [[ids.own]],
  });
  return [
    after(
      'honours-retry-after-seconds',
      429,
      inSeconds,
      'After 429 with Retry-After in seconds the client sends the chunk again, and sends nothing before that time.',
      limited,
    ),
    after(
      'honours-retry-after-date',
      429,
      asDate,
      'After 429 with an HTTP date the client sends the chunk again, and sends nothing before that time.',
      limited,
    ),
    after(
      '503-with-retry-after',
      503,
      inSeconds,
      'After 503 with Retry-After the client sends the chunk again, but not before that time.',
      `${errors}; RFC 9110, sections 10.2.3 and 15.6.4`,
    ),
  ];
}

/** The first call must wait for these seconds. The next calls, at most four, must wait for one second more. */
function requireWaits(seconds: number, status: Status, form: Form): FaultRule[] {
  return [
    { id: ids.shorter, on: { attempt: 1 }, fault: { status, retryAfter: form(seconds) }, times: 1 },
    { id: ids.longer, on: { attempt: 1 }, fault: { status, retryAfter: form(seconds + 1) }, times: 4 },
  ];
}

/** Changes the faults when the client has waited: as required, then by itself, then longer if its own waits are long. */
function steerWaits(status: Status, form: Form): Steer {
  const ownWaits: FaultRule = { id: ids.own, on: { attempt: 1 }, fault: { status }, times: 4 };
  return ({ faults, journal }) => {
    let known = 0;
    // Each step needs two more waits.
    const steps: ((waits: Waits) => readonly FaultRule[] | undefined)[] = [
      ({ required }) => (required.length > 1 ? [ownWaits] : undefined),
      (waits) => (waits.own.length > 1 ? toLongerWaits(waits, status, form) : undefined),
      ({ required }) => (required.length > known + 1 ? [] : undefined),
    ];
    const chunks = new Set<string>();
    return (exchange) => {
      const [step] = steps;
      const chunk = toChunk(exchange);
      const isSentAgain = chunks.has(chunk);
      chunks.add(chunk);
      if (!isSentAgain || step === undefined) return;
      const waits = readWaits(journal.exchanges());
      const next = step(waits);
      if (next === undefined) return;
      known = waits.required.length;
      steps.shift();
      faults.clear();
      faults.add(...next);
    };
  };
}

function toLongerWaits({ required, own }: Waits, status: Status, form: Form): FaultRule[] {
  const longest = Math.max(...own);
  if (isLonger(required, own) || longest > longestOwnWait) return [];
  return requireWaits(Math.ceil((2 * longest) / 1000) + 1, status, form);
}

/** The required waits must be the reason for the waits. Otherwise the case cannot tell. The rule judges early attempts. */
const waitsBecauseOfHeader: Check = (trials) => {
  const { required, own } = readWaits(trials.flatMap(({ exchanges }) => exchanges));
  const last = required.slice(-2);
  if (last.length < 2) return { missing: 'The client did not send two chunks again after Retry-After.' };
  if (isLonger(last, own)) return [];
  const waits = required.map(({ waited }) => waited);
  if (own.length > 0 ? 2 * Math.max(...waits) <= Math.min(...own) : follows(last)) return [];
  const without =
    own.length > 0
      ? `waits ${listSeconds(own)} anyway`
      : 'does not send again, so that there is nothing to compare with';
  return {
    missing: `Without Retry-After the client ${without}. With Retry-After it waited ${listSeconds(waits)}, as required or longer (${listSeconds(required.map((wait) => wait.required))}).`,
  };
};

/** Whether the required waits are clearly longer than those of the client by itself. */
function isLonger(required: readonly RequiredWait[], own: readonly number[]): boolean {
  return own.length > 0 && Math.min(...required.map((wait) => wait.required)) >= 2 * Math.max(...own);
}

/** Whether the longer required wait took longer, by at least half of the difference. */
function follows(pair: readonly RequiredWait[]): boolean {
  const [shorter, longer] = pair.toSorted((a, b) => a.required - b.required);
  if (shorter === undefined || longer === undefined) return false;
  return longer.waited - shorter.waited >= (longer.required - shorter.required) / 2;
}

/** Reads the waits after the faults of the case. A chunk that comes again under another key is the same chunk. */
function readWaits(exchanges: readonly Exchange[]): Waits {
  const last = new Map<string, Exchange>();
  const waits = exchanges.flatMap((exchange) => {
    const chunk = toChunk(exchange);
    const before = last.get(chunk);
    last.set(chunk, exchange);
    return before && exchange.at >= endOf(before) ? [{ before, waited: exchange.at - endOf(before) }] : [];
  });
  return {
    required: waits.flatMap(({ before, waited }) => {
      const until = toRetryTime(before);
      return until !== undefined && before.fault !== ids.own ? [{ required: until - endOf(before), waited }] : [];
    }),
    own: waits.flatMap(({ before, waited }) => (before.fault === ids.own ? [waited] : [])),
  };
}

/** A chunk is known by its first record, because the generated records have different ids. */
function toChunk({ operation, recordIds: [first = ''] = [] }: Exchange): string {
  return `${operation ?? ''} ${first}`;
}

function listSeconds(waits: readonly number[]): string {
  return waits.map(toSeconds).join(', ');
}
