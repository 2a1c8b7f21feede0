import type { ReportedCall } from '../report.ts';

/** The width of a plot in its own units. They are pixels if the page is wide enough. */
export const width = 880;
/** Start of the axis. The names of the calls are to the left of it. */
export const left = 172;
/** End of the axis. */
export const right: number = width - 28;

/** The positions of times on the axis. */
export interface Scale {
  /** Milliseconds at the end of the axis. */
  readonly end: number;
  /** The times of the ticks in milliseconds. */
  readonly ticks: readonly number[];
  x(ms: number): number;
}

/** Maximum length of the axis as a multiple of the time of all attempts. Long required waits are cut there. */
const maxStretch = 4;

/** An axis from the first call, at 0, to the end of the last attempt or required wait. */
export function toScale(calls: readonly ReportedCall[]): Scale {
  const attempts = calls.flatMap((call) => call.attempts);
  const lastEnd = attempts.reduce((last, { at, duration }) => Math.max(last, at + duration), 10);
  const lastWaitEnd = attempts.reduce(
    (last, { at, duration, retryDelay = 0 }) => Math.max(last, at + duration + retryDelay),
    0,
  );
  const end = Math.max(lastEnd, Math.min(lastWaitEnd, maxStretch * lastEnd));
  const step = toStep(end);
  // Multiplies, because repeated addition would add up rounding errors.
  const ticks = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
  return { end, ticks, x: (ms) => left + (ms / end) * (right - left) };
}

/** The smallest step of 1, 2, 5, 10, 20, … milliseconds that divides the axis into at most 10 parts. */
function toStep(end: number): number {
  const power = 10 ** Math.floor(Math.log10(end / 10));
  return [1, 2, 5].map((factor) => factor * power).find((step) => end / step <= 10) ?? 10 * power;
}
