import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { openPane, toUrl } from '../place.ts';
import { connection } from '../run.ts';
import { attemptsOf, revision, type Call } from '../rows.ts';
import type { Row } from '../shapes.ts';
import { Sign } from '../sign.tsx';
import { now } from '../top/now.ts';
import { toNumber } from '../words.ts';
import { Axis } from './axis.tsx';
import { Found } from './found.tsx';
import { choices, pausedAt, shownCalls } from './filter.ts';
import { Patterns, Plot } from './plot.tsx';
import type { Scale } from './scale.ts';
import { follows, listBox, rowHeight, scaleInForce, selected, zoomBy } from './scroll.ts';
import { stateNames, stateOf, stateSigns, toCallText, toShortAnswer } from './state.ts';
import { Toolbar } from './toolbar.tsx';

/** Rows that are drawn above and below those in sight. */
const margin = 6;

/** One row a call, on one time axis. Only the rows in sight are drawn. */
export function Lanes(): VNode {
  const calls = shownCalls.value;
  const scale = scaleInForce.value;
  return (
    <section id="lanes" class="lanes card" aria-labelledby="calls">
      <h2 id="calls">
        Calls <span class="note">{toNumber(calls.length)}</span>
      </h2>
      <Patterns />
      <Toolbar />
      <Found />
      {calls.length === 0 ? <p class="note none">No call matches.</p> : <List calls={calls} scale={scale} />}
      <Legend />
    </section>
  );
}

function List({ calls, scale }: { readonly calls: readonly Call[]; readonly scale: Scale }): VNode {
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const size = useSignal({ width: 600, height: 400, label: 320 });
  // At once, so that no key is lost.
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    listBox.value = current;
    const observer = new ResizeObserver(() => (size.value = measure(current)));
    observer.observe(current);
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? 0.8 : 1.25);
    };
    current.addEventListener('wheel', wheel, { passive: false });
    return () => {
      observer.disconnect();
      current.removeEventListener('wheel', wheel);
    };
  }, []);
  useEffect(() => {
    // A programmed scroll is no scroll of the reader.
    if (follows.value && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [calls.length, revision.value, follows.value]);
  const scroll = ({ currentTarget }: { readonly currentTarget: HTMLDivElement }): void => {
    const isUp = currentTarget.scrollTop < top.peek();
    top.value = currentTarget.scrollTop;
    if (isUp && currentTarget.scrollTop + currentTarget.clientHeight < currentTarget.scrollHeight - 2)
      follows.value = false;
  };
  const first = Math.max(0, Math.floor(top.value / rowHeight) - margin);
  const last = Math.ceil((top.value + size.value.height) / rowHeight) + margin;
  return (
    <>
      <div class="axis-box">
        <span class="columns-head" aria-hidden="true">
          <span>call, records</span>
          <span>last answer</span>
        </span>
        <Axis scale={scale} width={size.value.width} />
      </div>
      <div class="list" ref={box} onScroll={scroll} tabIndex={-1}>
        <ul style={{ height: calls.length * rowHeight }} aria-label="Calls in order of arrival">
          {calls.slice(first, last).map((call, at) => (
            <Lane
              key={call.key}
              call={call}
              at={first + at}
              count={calls.length}
              scale={scale}
              width={size.value.width}
            />
          ))}
        </ul>
      </div>
    </>
  );
}

function measure(box: HTMLDivElement): { width: number; height: number; label: number } {
  const label = Number.parseFloat(getComputedStyle(box).getPropertyValue('--label')) || 0;
  return { width: Math.max(60, box.clientWidth - label - 12), height: box.clientHeight, label };
}

interface LaneProps {
  readonly call: Call;
  readonly at: number;
  readonly count: number;
  readonly scale: Scale;
  readonly width: number;
}

function Lane({ call, at, count, scale, width }: LaneProps): VNode | null {
  const newest = pausedAt.value ?? Infinity;
  const attempts = attemptsOf(call).filter(({ number }) => number <= newest);
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return null;
  const isMoving = connection.value === 'live' && attempts.some(({ duration }) => duration === undefined);
  const time = isMoving ? now.value : now.peek();
  const state = stateOf(attempts, time);
  const place = toPlace(first);
  const text = toCallText(attempts, state) + (choices.value.tenants.size > 1 ? `, ${first.tenant ?? ''}` : '');
  const name = first.call === undefined ? `${first.method} ${first.path}` : `call ${first.call}`;
  return (
    <li
      class={`lane ${state} ${selected.value === call.key ? 'selected' : ''}`}
      style={{ top: at * rowHeight }}
      data-state={state}
      aria-posinset={at + 1}
      aria-setsize={count}
    >
      <a
        href={toUrl({ call: call.key })}
        data-key={call.key}
        title={text}
        onFocus={() => (selected.value = call.key)}
        onClick={(event) => {
          event.preventDefault();
          openPane({ call: call.key });
        }}
      >
        <span class="unseen">{text}</span>
        <Sign kind={stateSigns[state]} />
        <b aria-hidden="true">{name}</b>
        {place !== '' && (
          <span class="operation" aria-hidden="true">
            {place}
          </span>
        )}
        <span class="count" aria-hidden="true">
          {toNumber(first.records)}
        </span>
        <span class="answer" aria-hidden="true">
          {state === 'quiet' || state === 'gaveUp' ? `${stateNames[state]}: ` : ''}
          {toShortAnswer(last)}
          {attempts.length > 1 ? `, ${attempts.length} attempts` : ''}
        </span>
      </a>
      <Plot attempts={attempts} state={state} scale={scale} width={width} now={time} />
    </li>
  );
}

/** What tells calls of the same number apart. */
function toPlace({ operation, tenant }: Row): string {
  const { operations, tenants } = choices.value;
  const parts = [tenants.size > 1 ? tenant : undefined, operations.length > 1 ? operation : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}

const legend = [
  ['success', 'delivered'],
  ['refused', 'refused for now'],
  ['failed', 'refused, or broken (crossed)'],
  ['open', 'under way'],
] as const;

function Legend(): VNode {
  return (
    <ul class="legend lanes-legend" aria-label="Signs of the plot">
      {legend.map(([kind, text]) => (
        <li key={kind}>
          <svg width="14" height="14" aria-hidden="true">
            <rect class={`attempt ${kind}`} x="1" y="1" width="12" height="12" />
          </svg>
          {text}
        </li>
      ))}
      <li>
        <svg width="26" height="14" aria-hidden="true">
          <rect class="told" x="0" y="3" width="26" height="8" fill="url(#hatch)" />
        </svg>
        wait told
      </li>
      <li>
        <svg width="26" height="14" aria-hidden="true">
          <path class="taken" d="M0 7H26" />
        </svg>
        wait taken
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <path class="notch" d="M3 2h8l-4 8z" />
        </svg>
        some rejected
      </li>
      <li>
        <svg width="26" height="14" aria-hidden="true">
          <path class="trail" d="M0 7H18" />
          <circle class="trail-end" cx="21" cy="7" r="3" />
        </svg>
        abandoned
      </li>
    </ul>
  );
}
