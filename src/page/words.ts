/** Such as `1,000`. */
export function toNumber(count: number): string {
  return count.toLocaleString('en');
}

/** Such as `1 user` and `6,000 users`. */
export function toCount(count: number, noun: string): string {
  return `${toNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** Such as `0 ms`, `1.2 s`, `3 min 5 s` or `2 h`. */
export function toDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Such as `2 h 5 min`, for a time that is long ago. */
export function toAge(milliseconds: number): string {
  return toDuration(milliseconds < 60_000 ? Math.floor(Math.max(0, milliseconds) / 1000) * 1000 : milliseconds).replace(
    /^0 ms$/,
    '0 s',
  );
}

/** The time of day on the mock's clock, in the zone of the reader. */
export function toTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const seconds = String(date.getSeconds()).padStart(2, '0');
  const thousandths = String(date.getMilliseconds()).padStart(3, '0');
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}:${seconds}.${thousandths}`;
}

/** Such as `2 calls` in `2 calls and 1 request`. */
export function join(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** The names of outcomes as the reader sees them. */
export const outcomeNames: Readonly<Record<string, string>> = {
  stored: 'stored',
  rejected: 'rejected',
  inDoubt: 'in doubt',
  lost: 'lost',
  underWay: 'under way',
  unaccounted: 'not accounted for',
  neverSent: 'never sent',
};
