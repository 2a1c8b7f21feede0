import { toMilliseconds } from './clock.ts';

// The one rule for the dates and times of both APIs (VF-22, YE-30). The documents name it by the formats `date` and
// `date-time`, and the generated validators contain it.

const dateForm = /^(\d{4})-(\d\d)-(\d\d)$/;
const timeForm =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.(\d+))?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar, such as `2024-02-29`. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = dateForm.exec(text)?.slice(1).map(Number) ?? [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day > 0 && day <= (month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0));
}

/**
 * Whether a text is a time in the form of RFC 3339, with `T` and `Z` or `±hh:mm`. Seconds may be absent, such as in
 * `2026-01-05T09:30Z`. There is no second 60, since JavaScript knows no leap seconds.
 */
export function isDateTime(text: string): boolean {
  const date = timeForm.exec(text)?.[1];
  return date !== undefined && isDate(date);
}

/** A text that is the same for all times of one instant, such as `09:30Z` and `10:30:00.000+01:00` on one day. */
export function toInstant(time: string): string {
  const fraction = timeForm.exec(time)?.[2] ?? '';
  const seconds = toMilliseconds(time.replace(/\.\d+/, '')) / 1000;
  // The digits themselves, since JavaScript knows no parts of a millisecond.
  return `${seconds}.${fraction.replace(/0+$/, '')}`;
}

/** The first whole millisecond since 1970 that is not before a time, or `NaN` for an invalid time. */
export function toNextMillisecond(time: string | number): number {
  const isBetween = typeof time === 'string' && /\.\d{3}0*[1-9]/.test(time);
  // JavaScript cuts the digits off.
  return toMilliseconds(time) + (isBetween ? 1 : 0);
}

/** Whether two texts are times of one instant. */
export function isSameInstant(text: string, other: string): boolean {
  return isDateTime(text) && isDateTime(other) && toInstant(text) === toInstant(other);
}
