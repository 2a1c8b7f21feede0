import { isDelivered, type ClientCall, type Exchange, isEarly } from './exchange.ts';
import { toPrintable } from '../runtime/printable.ts';
import { toRetryTime } from '../http/retry-after.ts';
import { nameAnswer, nameOutcome, nameRecords, toSeconds } from './wording.ts';

/**
 * Writes calls as a text for people. Each call has a line with its outcome and a line for each attempt: time, wait and
 * answer. Times count from the first attempt of all calls. `!` marks an attempt that came too early.
 *
 * @example console.log(toTimeline(mock.journal.calls()))
 */
export function toTimeline(calls: readonly ClientCall[]): string {
  const times = calls.flatMap(({ attempts }) => attempts.map(({ at }) => at));
  const start = times.reduce((first, time) => Math.min(first, time), Infinity);
  return calls.map((call) => toLines(call, start).map(toPrintable).join('\n')).join('\n\n');
}

/** The timelines of the first three calls that contain the exchanges `numbers`, and the number of other such calls. */
export function toTimelinesOf(calls: readonly ClientCall[], numbers: readonly number[]): string[] {
  const wanted = new Set(numbers);
  const found = calls.filter(({ attempts }) => attempts.some(({ number }) => wanted.has(number)));
  const more = found.length > 3 ? [`and ${found.length - 3} other calls`] : [];
  return found.length === 0 ? [] : [toTimeline(found.slice(0, 3)), ...more];
}

function toLines(clientCall: ClientCall, start: number): string[] {
  const { call, operation, tenant, attempts } = clientCall;
  const content = attempts[0] ? toContent(attempts[0]) : '';
  const rows = attempts.map((exchange) => [toTime(exchange, start), toEvent(exchange)] as const);
  const width = rows.reduce((longest, [time]) => Math.max(longest, time.length), 0);
  return [
    `call ${call}: ${[operation, tenant].filter(Boolean).join(', ')}, ${content}${nameOutcome(clientCall)}`,
    ...rows.map(([time, event]) => `  ${time.padEnd(width)}  ${event}`),
  ];
}

/** Minimum duration of an answer that is shown, in milliseconds. */
const noticeable = 100;

function toContent({ records, recordIds = [] }: Exchange): string {
  if (records === 0) return '';
  const ids = recordIds.length === 0 ? '' : ` (${nameRecords(recordIds)})`;
  return `${records} record${records === 1 ? '' : 's'}${ids}, `;
}

function toTime(exchange: Exchange, start: number): string {
  const { attempt = 0, at, waited, requiredWait } = exchange;
  const time = `#${attempt} at ${toSeconds(at - start)}`;
  if (waited === undefined) return time;
  const required = requiredWait === undefined ? '' : ` of ${toSeconds(requiredWait)}`;
  return `${time}, waited ${toSeconds(waited)}${required}${isEarly(exchange) ? ' !' : ''}`;
}

function toEvent(exchange: Exchange): string {
  const { fault, applied, duration, rejected = [], recordIds = [], records } = exchange;
  const until = toRetryTime(exchange);
  const ids = rejected.map(({ index, message }) => `${nameRecords([recordIds[index] ?? ''])} (${message})`);
  const notes = [
    nameAnswer(exchange),
    duration >= noticeable && `after ${toSeconds(duration)}`,
    until !== undefined && `told to wait ${toSeconds(Math.max(until - exchange.at - duration, 0))}`,
    isDelivered(exchange) && ids.length > 0 && `${ids.length} of ${records} rejected: ${nameRecords(ids)}`,
    applied === true && !isDelivered(exchange) && 'though the work was done',
    typeof applied === 'number' && `though ${applied} of ${records} records were done`,
  ];
  return `${notes.filter(Boolean).join(', ')}${fault === undefined ? '' : ` (${fault})`}`;
}
