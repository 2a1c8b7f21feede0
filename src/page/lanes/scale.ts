import { rowOf, type Call } from '../rows.ts';
import { toRetryTime } from '../../http/retry-after.ts';

/** A part of the time axis. Idle time takes little room. */
interface Segment {
  readonly from: number;
  readonly to: number;
  /** Begin and length on the axis, whose whole length is 1. */
  readonly start: number;
  readonly length: number;
  readonly isIdle: boolean;
}

/** A time axis on which long idle times are short. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly Segment[];
  /** The place of a time, from 0 to 1. */
  place(time: number): number;
}

/** The place of a time in a plot. The ends have room for the bars there. */
export function toX(scale: Scale, width: number, time: number): number {
  return 4 + scale.place(time) * (width - 12);
}

/** Idle times that are longer, and longer than half of all other time, are shortened. */
const leastIdle = 10_000;
const idleShare = 0.06;
/** Maximum number of idle times that are shortened. */
const maxIdle = 8;

/** The axis for calls. `now` is where those under way end. `zoom` shows only a part. */
export function toScale(
  calls: readonly Call[],
  now: number,
  zoom?: { readonly from: number; readonly to: number },
): Scale {
  const spans = listBusy(calls, now);
  const [first, last] = [spans[0]?.[0] ?? now, spans.at(-1)?.[1] ?? now];
  const [from, to] =
    zoom === undefined ? [first, Math.max(last, first + 1)] : [zoom.from, Math.max(zoom.to, zoom.from + 1)];
  const idle = listIdle(spans, from, to);
  const segments = toSegments(idle, from, to);
  return {
    from,
    to,
    segments,
    place(time): number {
      const segment = segments.find((one) => time <= one.to) ?? segments.at(-1);
      if (segment === undefined) return 0;
      const share = (time - segment.from) / (segment.to - segment.from);
      return segment.start + share * segment.length;
    },
  };
}

type Span = [from: number, to: number];

/** The times with requests, or with waits that an answer asked for. They are in order, and do not overlap. */
function listBusy(calls: readonly Call[], now: number): Span[] {
  const all: Span[] = [];
  for (const { numbers } of calls) {
    for (const number of numbers) {
      const row = rowOf(number);
      if (row === undefined) continue;
      const end = row.duration === undefined ? Math.max(now, row.at) : row.at + row.duration;
      all.push([row.at, Math.max(end, toRetryTime({ ...row, duration: row.duration ?? 0 }) ?? end)]);
    }
  }
  all.sort(([a], [b]) => a - b);
  const merged: Span[] = [];
  for (const [from, to] of all) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function listIdle(spans: readonly Span[], from: number, to: number): Span[] {
  const gaps: Span[] = [];
  for (let at = 1; at < spans.length; at += 1) {
    const gap: Span = [Math.max(from, spans[at - 1]?.[1] ?? from), Math.min(to, spans[at]?.[0] ?? to)];
    if (gap[1] - gap[0] > leastIdle) gaps.push(gap);
  }
  const rest = to - from - gaps.reduce((sum, [start, end]) => sum + end - start, 0);
  const long = gaps.filter(([start, end]) => end - start > rest / 2);
  return long
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    .slice(0, maxIdle)
    .sort(([a], [b]) => a - b);
}

function toSegments(idle: readonly Span[], from: number, to: number): Segment[] {
  const busy = to - from - idle.reduce((sum, [start, end]) => sum + end - start, 0);
  const unit = (1 - idle.length * idleShare) / Math.max(busy, 1);
  const segments: Segment[] = [];
  let start = 0;
  const add = (begin: number, end: number, isIdle: boolean): void => {
    if (end <= begin) return;
    const length = isIdle ? idleShare : (end - begin) * unit;
    segments.push({ from: begin, to: end, start, length, isIdle });
    start += length;
  };
  let at = from;
  for (const [begin, end] of idle) {
    add(at, begin, false);
    add(begin, end, true);
    at = end;
  }
  add(at, to, false);
  return segments;
}
