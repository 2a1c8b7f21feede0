import { toRetryTime } from '../http/retry-after.ts';
import {
  countRejected,
  endOf,
  isDelivered,
  isEarly,
  isOther,
  isTransient,
  type Exchange,
} from '../journal/exchange.ts';
import { nameRejected } from '../journal/wording.ts';
import { toPrintable } from '../runtime/printable.ts';
import { cut, pad, widthOf, type Piece, type Style } from './line.ts';

/**
 * The line of a finished exchange: time, sign, call and attempt, answer, operation, records, and notes with the most
 * important ones first, since a narrow terminal cuts the others. A name gives way to what must be seen.
 */
export function toExchangeLine(exchange: Exchange, columns: number): Piece[] {
  const { status, broken, method, path, operation, call, attempt } = exchange;
  const [sign, style] = toSign(exchange);
  const place = call === undefined ? '' : `${call}.${attempt ?? ''}`;
  const count = exchange.records === 0 ? '' : group(exchange.records);
  const amount = operation === undefined ? '' : ` ${count.padStart(5)}`;
  const start = [...toStart(endOf(exchange), sign, style), { text: `${place.padStart(5)} ` }];
  // A call number with many digits takes the blanks behind the answer.
  const answer = { text: `${pad(String(broken ?? status ?? ''), 25 - measure(start))} `, style };
  const alarms = toAlarms(exchange);
  const shown = join(alarms);
  // The last column is for the sign that more follows.
  const room = columns - measure([...start, answer, ...shown]) - amount.length - 1;
  const name = toPrintable(operation ?? `${method} ${path}`);
  const subject = pad(name, operation === undefined ? 22 : 16);
  return [
    ...start,
    answer,
    ...(shown.length === 0 || widthOf(subject) <= room
      ? [{ text: subject }]
      : cut([{ text: name }], Math.max(room, shortest))),
    { text: amount },
    ...join([...alarms, ...toNotes(exchange)]),
  ];
}

/** Minimum number of columns of a name that gives way. */
const shortest = 6;

function measure(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** The time and the sign that a line begins with. */
export function toStart(time: number, sign: string, style: Style): Piece[] {
  return [{ text: `${toTimeOfDay(time)} `, style: 'dim' }, { text: sign, style }, { text: ' ' }];
}

/** Such as `1 record` or `1,000 records`. */
export function countRecords(records: number): string {
  return `${group(records)} record${records === 1 ? '' : 's'}`;
}

/** Groups the digits of numbers, such as `1,000`. Digits that are a part of a name stay. */
export function group(text: string | number): string {
  return String(text).replaceAll(/(?<![\w…])\d{4,}(?!\w)/g, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ','));
}

/** The sign says the same as its colour. */
function toSign(exchange: Exchange): readonly [sign: string, style: Style] {
  if (isOther(exchange)) return ['-', 'dim'];
  if (!isDelivered(exchange)) return isTransient(exchange) ? ['…', 'warning'] : ['✗', 'bad'];
  return countRejected(exchange) > 0 || isEarly(exchange) ? ['!', 'warning'] : ['✓', 'good'];
}

type Notes = readonly (Piece | undefined)[];

/** What must be seen: rejections, work whose client does not know it, and a wait that was too short. */
function toAlarms(exchange: Exchange): Notes {
  return [
    toNote(group(nameRejected(countRejected(exchange))), 'warning'),
    toNote(toWork(exchange), 'warning'),
    isEarly(exchange) ? toWait(exchange) : undefined,
  ];
}

function toNotes(exchange: Exchange): Notes {
  const { error, duration, fault, tenant = '' } = exchange;
  return [
    isOther(exchange) ? { text: 'other request' } : undefined,
    isEarly(exchange) ? undefined : toWait(exchange),
    toNote(toTold(exchange)),
    toNote(error ?? ''),
    { text: `${duration} ms`, style: 'dim' },
    toNote(fault ?? ''),
    toNote(tenant, 'dim'),
  ];
}

function join(notes: Notes): Piece[] {
  return notes
    .filter((note) => note !== undefined)
    .flatMap(({ text, style }, index) => [{ text: index === 0 ? '  ' : ', ' }, { text: toPrintable(text), style }]);
}

function toNote(text: string, style?: Style): Piece | undefined {
  return text === '' ? undefined : { text, style };
}

/** The work that was done though its client does not know it. */
function toWork(exchange: Exchange): string {
  const { applied = false, records } = exchange;
  if (applied === false || isDelivered(exchange)) return '';
  return applied === true ? 'work done' : `${group(applied)} of ${group(records)} done`;
}

/** The wait since the attempt before. `!` marks an attempt that came too early. */
function toWait(exchange: Exchange): Piece | undefined {
  const { waited, requiredWait } = exchange;
  if (waited === undefined) return undefined;
  const text = `waited ${requiredWait === undefined ? toShortTime(waited) : toShare(waited, requiredWait)}`;
  return isEarly(exchange) ? { text: `${text} !`, style: 'warning' } : { text };
}

function toTold(exchange: Exchange): string {
  const until = toRetryTime(exchange);
  return until === undefined ? '' : `told to wait ${toShortTime(Math.max(until - endOf(exchange), 0))}`;
}

/** Such as `1.1 of 2 s` or `40 ms of 2 s`. */
function toShare(waited: number, required: number): string {
  const [part, whole] = [toShortTime(waited), toShortTime(required)];
  const [, unit = ''] = whole.split(' ');
  return `${part.endsWith(` ${unit}`) ? part.slice(0, -unit.length - 1) : part} of ${whole}`;
}

/** Such as `6 ms` or `1.2 s`. It is never more than the time, so that a wait that is too short does not look long enough. */
function toShortTime(ms: number): string {
  return ms < 1000 ? `${Math.floor(ms)} ms` : `${Math.floor(ms / 100) / 10} s`;
}

function toTimeOfDay(time: number): string {
  return new Date(time).toTimeString().slice(0, 8);
}
