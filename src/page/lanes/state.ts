import { farewell, toQuietTime } from '../../journal/call-events.ts';
import { isDelivered, isEarly } from '../../journal/exchange.ts';
import { attemptsOf, type Call } from '../rows.ts';
import { connection } from '../run.ts';
import type { Row } from '../shapes.ts';
import type { SignKind } from '../sign.tsx';
import { toCount, toDuration } from '../words.ts';

/** What became of a call. `open` means that its last attempt failed, and that the next is not late yet. */
export type CallState = 'underWay' | 'delivered' | 'partly' | 'refused' | 'open' | 'quiet' | 'gaveUp';

/** `now` is the time on the mock's clock. */
export function stateOf(attempts: readonly Row[], now: number): CallState {
  const last = attempts.at(-1);
  if (last === undefined || attempts.some(({ duration }) => duration === undefined)) return 'underWay';
  if (isDelivered(last)) return last.rejected === undefined ? 'delivered' : 'partly';
  if (!last.transient) return 'refused';
  const longestWait = Math.max(0, ...attempts.map(({ waited = 0 }) => waited));
  const { duration = 0 } = last;
  const quiet = toQuietTime({ ...last, duration }, longestWait);
  // No attempt comes after the end of a server.
  const time = connection.value === 'saved' ? Infinity : now;
  if (time < quiet) return 'open';
  return time < quiet + farewell ? 'quiet' : 'gaveUp';
}

/** Whether there is something to look at: a failure that lasts, a rejection, or a mistake of the client. */
export function isTroubled(call: Call, now: number): boolean {
  const attempts = attemptsOf(call);
  const state = stateOf(attempts, now);
  if (state !== 'delivered' && state !== 'underWay') return true;
  return attempts.some((row) => isEarly(row) || row.violations !== undefined || row.unknown !== undefined);
}

export const stateSigns: Readonly<Record<CallState, SignKind>> = {
  underWay: 'running',
  delivered: 'fine',
  partly: 'warning',
  refused: 'bad',
  open: 'running',
  quiet: 'warning',
  gaveUp: 'bad',
};

export const stateNames: Readonly<Record<CallState, string>> = {
  underWay: 'under way',
  delivered: 'delivered',
  partly: 'delivered in part',
  refused: 'refused',
  open: 'failed for now',
  quiet: 'quiet',
  gaveUp: 'abandoned',
};

/** The answer of a request in few words, such as `503` or `200, 3 rejected`. */
export function toShortAnswer({ status, broken, rejected, duration }: Row): string {
  if (duration === undefined) return 'under way';
  const answer = broken ?? String(status ?? 'no answer');
  return rejected === undefined ? answer : `${answer}, ${rejected.toLocaleString('en')} rejected`;
}

/** The same with its error, and with the work that was done before the connection broke. */
export function toAnswer(row: Row): string {
  const { broken, error, applied, records } = row;
  const more = broken === undefined ? [] : toDone(applied, records);
  return [toShortAnswer(row), ...(error === undefined || broken !== undefined ? [] : [error]), ...more].join(', ');
}

function toDone(applied: Row['applied'], records: number): string[] {
  if (applied === true) return ['work done'];
  return typeof applied === 'number' ? [`${applied.toLocaleString('en')} of ${records.toLocaleString('en')} done`] : [];
}

/** The call in words, for screen readers and for the tip of the mouse. */
export function toCallText(attempts: readonly Row[], state: CallState): string {
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return '';
  const name =
    first.call === undefined ? `${first.method} ${first.path}` : `call ${first.call}, ${first.operation ?? ''}`;
  const waited = last.waited === undefined ? '' : `, waited ${toDuration(last.waited)}`;
  const told = isEarly(last) ? ` of ${toDuration(last.requiredWait ?? 0)}, too short` : '';
  return `${name}, ${toCount(first.records, 'record')}, ${toCount(attempts.length, 'attempt')}, ${stateNames[state]}: ${toAnswer(last)}${waited}${told}`;
}
