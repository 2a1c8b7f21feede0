import type { ReportedCall } from '../report.ts';

/** The width of a plot in its own units, which are pixels where the page has that much room. */
export const width = 880;
/** Where the axis begins; left of it are the names of the calls. */
export const left = 172;
/** Where the axis ends. */
export const right: number = width - 28;

/** Where times are on the axis. */
export interface Scale {
  /** Milliseconds at the end of the axis. */
  readonly end: number;
  /** Milliseconds that have a tick. */
  readonly ticks: readonly number[];
  x(ms: number): number;
}

/** How much longer than what happened the axis may become for the sake of what was only told. */
const patience = 4;

/** An axis from the start of the client to the last thing that happened, or that was told to be waited for. */
export function toScale(calls: readonly ReportedCall[]): Scale {
  const attempts = calls.flatMap((call) => call.attempts);
  const happened = attempts.reduce((last, { at, duration }) => Math.max(last, at + duration), 10);
  const told = attempts.reduce(
    (last, { at, duration, retryDelay = 0 }) => Math.max(last, at + duration + retryDelay),
    0,
  );
  const end = Math.max(happened, Math.min(told, patience * happened));
  const step = toStep(end);
  // Not by adding up, which would add up errors, too.
  const ticks = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
  return { end, ticks, x: (ms) => left + (ms / end) * (right - left) };
}

/** The smallest of 1, 2, 5, 10, 20, … milliseconds of which at most 10 cover the axis. */
function toStep(end: number): number {
  const power = 10 ** Math.floor(Math.log10(end / 10));
  return [1, 2, 5].map((factor) => factor * power).find((step) => end / step <= 10) ?? 10 * power;
}
