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
import { pad, type Piece, type Style } from './line.ts';

/**
 * The line of a finished exchange: time, sign, call and attempt, answer, operation, records, and notes with the most
 * important one first, since a narrow terminal cuts the others.
 */
export function toExchangeLine(exchange: Exchange): Piece[] {
  const { status, broken, method, path, operation, call, attempt } = exchange;
  const [sign, style] = toSign(exchange);
  const place = call === undefined ? '' : `${call}.${attempt ?? ''}`;
  const subject = operation ?? `${method} ${path}`;
  const amount = operation === undefined || exchange.records === 0 ? '' : countRecords(exchange.records);
  const columns = operation === undefined ? subject : `${subject.padEnd(16)} ${amount.padStart(13)}`;
  return [
    ...toStart(endOf(exchange), sign, style),
    { text: `${place.padStart(5)} ` },
    { text: String(broken ?? status ?? '').padEnd(8), style },
    { text: ` ${pad(toPrintable(columns), 30)}` },
    ...toNotes(exchange),
  ];
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

function toNotes(exchange: Exchange): Piece[] {
  const { error, duration, fault, tenant = '' } = exchange;
  const notes: (Piece | undefined)[] = [
    isOther(exchange) ? { text: 'other request' } : undefined,
    toNote(nameRejected(countRejected(exchange)), 'warning'),
    toNote(toWork(exchange), 'warning'),
    toWait(exchange),
    toNote(toTold(exchange)),
    toNote(error ?? ''),
    { text: `${duration} ms`, style: 'dim' },
    toNote(fault ?? ''),
    toNote(tenant, 'dim'),
  ];
  return notes
    .filter((note) => note !== undefined)
    .flatMap(({ text, style }, index) => [{ text: index === 0 ? ' ' : ', ' }, { text: toPrintable(text), style }]);
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
  const required = requiredWait === undefined ? '' : ` of ${toShortTime(requiredWait)}`;
  const text = `waited ${toShortTime(waited)}${required}`;
  return isEarly(exchange) ? { text: `${text} !`, style: 'warning' } : { text };
}

function toTold(exchange: Exchange): string {
  const until = toRetryTime(exchange);
  return until === undefined ? '' : `told to wait ${toShortTime(Math.max(until - endOf(exchange), 0))}`;
}

/** Such as `6 ms` or `1.2 s`. It is never more than the time, so that a wait that is too short does not look long enough. */
function toShortTime(ms: number): string {
  return ms < 1000 ? `${Math.floor(ms)} ms` : `${Math.floor(ms / 100) / 10} s`;
}

function toTimeOfDay(time: number): string {
  return new Date(time).toTimeString().slice(0, 8);
}
