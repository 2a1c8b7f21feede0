import { isInRange, type NumberRange } from '../config/number-range.ts';
import type { ActiveFault, Fault, FaultRule, FaultSelector } from '../engine/faults.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { Exchange } from '../journal/exchange.ts';
import { nameCall, toSeconds } from '../journal/wording.ts';
import { maskKeys } from '../openapi/key-forms.ts';

/** A call that has not ended, or the last call of its tenant and operation. */
export type NewestAttempt = Pick<Exchange, 'api' | 'operation' | 'tenant' | 'tenantId' | 'call' | 'attempt'>;

/** The calls that a rule may hit. */
export interface ComingCalls {
  /** The last attempts of the calls that a client may try again, newest first. */
  readonly failed: readonly NewestAttempt[];
  /** The calls with the highest number of each tenant and operation. */
  readonly newest: readonly NewestAttempt[];
}

/** A rule in words, such as `attempt 1 of every call of bulkUpsertUsers: 503, Retry-After 2 s`. */
export function nameFaultRule({ on = {}, fault }: FaultRule): string {
  const { attempt, call, operation, api, tenant, record, chance } = on;
  const place = [operation ?? api, tenant && maskKeys(tenant)].filter(Boolean).join(', ');
  const calls = call === undefined ? 'every call' : nameNumbers('call', call);
  const selection = [
    chance !== undefined && `${Number((100 * chance).toPrecision(3))} % of `,
    attempt === undefined && call === undefined
      ? 'every attempt'
      : `${attempt === undefined ? 'every attempt' : nameNumbers('attempt', attempt)} of ${calls}`,
    place !== '' && ` of ${place}`,
    record !== undefined && ` with ${maskKeys(record)}`,
  ];
  return `${selection.filter(Boolean).join('')}: ${nameFault(fault)}`;
}

/** What a rule hits next, such as `the first attempt of the next call`. */
export function nameNextHit({ fired, rule: { on = {}, times } }: ActiveFault, { failed, newest }: ComingCalls): string {
  if (times !== undefined && fired >= times) return `nothing: it fired ${fired} of ${times} times`;
  const { attempt, call, record, chance } = on;
  const isAny = attempt === undefined && call === undefined;
  const open = failed.find((one) => isOfScope(one, on) && matchesNumbers(on, one.call, (one.attempt ?? 0) + 1));
  const passed = newest.filter((one) => isOfScope(one, on)).map((one) => one.call ?? 0);
  const nextCall = Math.min(...(passed.length === 0 ? [0] : passed).map((number) => findNumber(call, number)));
  if (!isAny && open === undefined && nextCall === Infinity) return 'nothing for now: these calls are over';
  const first = findNumber(attempt, 0);
  const nextAttempt = first === 1 ? 'the first attempt' : `attempt ${first}`;
  const hit = isAny
    ? 'the next request'
    : open
      ? `attempt ${(open.attempt ?? 0) + 1} of ${nameCall(open)}`
      : `${nextAttempt} of ${call === undefined ? 'the next call' : `call ${nextCall}`}`;
  return [chance !== undefined && 'perhaps ', hit, record !== undefined && ` with ${maskKeys(record)}`]
    .filter(Boolean)
    .join('');
}

function isOfScope({ api, operation, tenantId }: NewestAttempt, on: FaultSelector): boolean {
  return (
    (on.api ?? api) === api &&
    (on.operation ?? operation) === operation &&
    (on.tenant === undefined || toTenantId(on.tenant) === tenantId)
  );
}

function matchesNumbers(on: FaultSelector, call = 0, attempt = 0): boolean {
  return isInRange(on.call, call) && isInRange(on.attempt, attempt);
}

/** The longest way to the next number of a range. */
const farthest = 10_000;

/** The first number of a range after another number. `Infinity` if there is none. */
function findNumber(range: NumberRange | undefined, after: number): number {
  for (let number = after + 1; number <= after + farthest; number += 1) if (isInRange(range, number)) return number;
  return Infinity;
}

/** Such as `attempt 1`, `attempts 1, 3` or `attempts <=2`. */
function nameNumbers(noun: string, range: NumberRange): string {
  const text = [range]
    .flat()
    .join(', ')
    .replaceAll(/,(?=\d)/g, ', ');
  return `${noun}${/^\d+$/.test(text) ? '' : 's'} ${text}`;
}

/** Such as `503, Retry-After 2 s` or `a reset, after the work is done`. */
export function nameFault(fault: Fault): string {
  const { applied } = fault;
  const work =
    typeof applied === 'number' ? `after ${applied} of its records are stored` : applied && 'after the work is done';
  return [nameKind(fault), fault.kind !== 'slow' && work].filter(Boolean).join(', ');
}

function nameKind(fault: Fault): string {
  switch (fault.kind) {
    case 'reset':
      return 'a reset';
    case 'hang':
      return 'no answer';
    case 'truncate':
      return 'a truncated answer';
    case 'garbage':
      return `a gateway's page under ${fault.status ?? 502}`;
    case 'delay':
      return `an answer ${toSeconds(fault.ms)} late`;
    case 'slow':
      return `an answer that takes ${toSeconds(fault.ms)}`;
    default: {
      const { status, code, retryAfter } = fault;
      return [
        `${status}${code === undefined ? '' : ` ${code}`}`,
        retryAfter !== undefined && nameRetryAfter(retryAfter),
      ]
        .filter(Boolean)
        .join(', ');
    }
  }
}

function nameRetryAfter(retryAfter: number | string | { readonly date: number }): string {
  if (typeof retryAfter === 'object') return `Retry-After as a date in ${toSeconds(1000 * retryAfter.date)}`;
  return typeof retryAfter === 'number' || /^\d+$/.test(retryAfter)
    ? `Retry-After ${toSeconds(1000 * Number(retryAfter))}`
    : `Retry-After "${retryAfter}"`;
}
