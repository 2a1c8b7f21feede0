import type { VNode } from 'preact';
import { toDuration } from '../words.ts';
import { toX, type Scale } from './scale.ts';

const steps = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 18e5, 36e5, 72e5, 144e5,
  864e5,
];

/** Times since the first request, and marks where idle time is left out. */
export function Axis({ scale, width }: { readonly scale: Scale; readonly width: number }): VNode {
  const { segments, from } = scale;
  const busy = segments.filter(({ isIdle }) => !isIdle);
  const span = busy.reduce((sum, one) => sum + one.to - one.from, 0);
  const most = Math.max(1, Math.floor(width / 90));
  const step = steps.find((one) => span / one <= most) ?? span / most;
  const ticks = busy.flatMap((one) => {
    const first = Math.ceil((one.from - from) / step) * step + from;
    return Array.from({ length: Math.max(0, Math.floor((one.to - first) / step) + 1) }, (_, at) => first + at * step);
  });
  let free = -Infinity;
  const labels = ticks.flatMap((time) => {
    const x = toX(scale, width, time);
    if (x < free || x > width - 30) return [];
    free = x + 64;
    return [{ x, text: toDuration(Math.round(time - from)).replace(/^0 ms$/, '0') }];
  });
  return (
    <svg class="axis" width={width} height={26} aria-hidden="true">
      <path class="axis-line" d={`M0 22H${width}`} />
      {labels.map(({ x, text }) => (
        <g key={x}>
          <path class="axis-line" d={`M${x} 18v4`} />
          <text x={x + 3} y={15}>
            {text}
          </text>
        </g>
      ))}
      {segments.map(
        ({ isIdle, from: begin, to }) =>
          isIdle && (
            <g key={begin} class="idle">
              <path class="gap" d={`M${toX(scale, width, (begin + to) / 2) - 4} 26l4-8 4 8`} />
              <title>{`${toDuration(to - begin)} without requests`}</title>
            </g>
          ),
      )}
    </svg>
  );
}
