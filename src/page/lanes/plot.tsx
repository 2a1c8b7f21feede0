import type { VNode } from 'preact';
import { toRetryTime } from '../../http/retry-after.ts';
import { isDelivered, isEarly } from '../../journal/exchange.ts';
import type { Row } from '../shapes.ts';
import { toX, type Scale } from './scale.ts';
import type { CallState } from './state.ts';

interface PlotProps {
  readonly attempts: readonly Row[];
  readonly state: CallState;
  readonly scale: Scale;
  readonly width: number;
  readonly now: number;
}

const height = 24;
const middle = height / 2;
/** The least width of a bar, so that a fast request is seen. */
const least = 3;

/** The attempts of a call on the time axis, with the waits between them. */
export function Plot({ attempts, state, scale, width, now }: PlotProps): VNode {
  const x = (time: number): number => Math.min(width + 50, Math.max(-50, toX(scale, width, time)));
  return (
    <svg class="plot" width={width} height={height} aria-hidden="true">
      {attempts.map((row, at) => (
        <g key={row.number}>
          <Wait row={row} next={attempts[at + 1]} x={x} />
          <Bar row={row} x={x} now={now} />
        </g>
      ))}
      <End last={attempts.at(-1)} state={state} x={x} width={width} />
    </svg>
  );
}

interface PartProps {
  readonly row: Row;
  readonly x: (time: number) => number;
}

function Bar({ row, x, now }: PartProps & { readonly now: number }): VNode {
  const { at, duration, rejected, broken } = row;
  const start = x(at);
  const end = Math.max(start + least, x(duration === undefined ? Math.max(now, at) : at + duration));
  return (
    <>
      <rect class={`attempt ${toClass(row)}`} x={start} y={4} width={end - start} height={16} />
      {broken !== undefined && <path class="break" d={`M${end - 3} 2l6 20M${end + 3} 2l-6 20`} />}
      {rejected !== undefined && <path class="notch" d={`M${start - 4} 0h8l-4 8z`} />}
    </>
  );
}

function toClass(row: Row): string {
  if (row.duration === undefined) return 'open';
  if (isDelivered(row)) return row.rejected === undefined ? 'success' : 'part';
  return row.transient === true && row.broken === undefined ? 'refused' : 'failed';
}

/** The wait that the answer asked for is hatched. The wait that the client took is a line. */
function Wait({ row, next, x }: PartProps & { readonly next: Row | undefined }): VNode | null {
  const { at, duration } = row;
  if (duration === undefined) return null;
  const end = at + duration;
  const told = toRetryTime({ ...row, duration });
  const line = next === undefined ? undefined : { from: x(end), to: x(next.at), isShort: isEarly(next) };
  return (
    <>
      {told !== undefined && told > end && (
        <rect class="told" x={x(end)} y={8} width={Math.max(2, x(told) - x(end))} height={8} fill="url(#hatch)" />
      )}
      {line !== undefined && line.to > line.from && (
        <path class={`taken ${line.isShort ? 'short' : ''}`} d={`M${line.from} ${middle}H${line.to}`} />
      )}
      {line?.isShort === true && <path class="early" d={`M${line.to} 2v20`} />}
    </>
  );
}

/** A call that nobody tries again ends open. */
function End({
  last,
  state,
  x,
  width,
}: Omit<PartProps, 'row'> & {
  readonly last: Row | undefined;
  readonly state: CallState;
  readonly width: number;
}): VNode | null {
  if (last?.duration === undefined || (state !== 'quiet' && state !== 'gaveUp')) return null;
  const start = x(last.at + last.duration) + 5;
  const end = Math.max(start + 14, Math.min(width - 6, start + 90));
  return (
    <>
      <path class="trail" d={`M${start} ${middle}H${end}`} />
      <circle class="trail-end" cx={end + 3} cy={middle} r={3} />
    </>
  );
}

/** The patterns that all plots use. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-back" width="6" height="6" />
        <path class="hatch" d="M0 0v6" />
      </pattern>
    </svg>
  );
}
