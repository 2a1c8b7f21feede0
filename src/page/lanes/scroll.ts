import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { go, openPane, place } from '../place.ts';
import { attemptsOf } from '../rows.ts';
import { now } from '../top/now.ts';
import { shownCalls } from './filter.ts';
import { toScale, type Scale } from './scale.ts';

export const rowHeight = 30;

/** Whether the list keeps the newest call in sight. */
export const follows: Signal<boolean> = signal(true);
/** The box that scrolls. */
export const listBox: Signal<HTMLDivElement | null> = signal(null);
/** The key of the call that the keyboard is at. */
export const selected: Signal<string | undefined> = signal(undefined);

/** The times of the first and of the last request among the calls in sight. */
export function spanInSight(): readonly [from: number, to: number] | undefined {
  const box = listBox.peek();
  if (box === null) return undefined;
  const first = Math.floor(box.scrollTop / rowHeight);
  const calls = shownCalls.peek().slice(first, first + Math.ceil(box.clientHeight / rowHeight));
  const rows = calls.flatMap(attemptsOf);
  if (rows.length === 0) return undefined;
  return [Math.min(...rows.map(({ at }) => at)), Math.max(...rows.map(({ at, duration = 0 }) => at + duration))];
}

/** Moves over the calls, and brings the next one in sight. */
export function move(step: number): void {
  const calls = shownCalls.peek();
  const before = calls.findIndex(({ key }) => key === selected.peek());
  const at = Math.min(calls.length - 1, Math.max(0, before < 0 && step < 0 ? calls.length - 1 : before + step));
  const call = calls[at];
  const box = listBox.peek();
  if (call === undefined || box === null) return;
  follows.value = false;
  selected.value = call.key;
  const top = at * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
  // The row is drawn after the scroll.
  requestAnimationFrame(() => requestAnimationFrame(() => focusLane(call.key)));
  if (place.peek().call !== undefined) openPane({ call: call.key });
}

function focusLane(key: string): void {
  // A later key may have moved on.
  if (place.peek().call !== undefined || selected.peek() !== key) return;
  for (const link of document.querySelectorAll<HTMLElement>('.lane a')) {
    if (link.dataset['key'] === key) link.focus({ preventScroll: true });
  }
}

/** The keys of the page, with what they do. */
export const keys: readonly (readonly [key: string, what: string, act: () => void])[] = [
  ['/', 'search', (): void => document.querySelector<HTMLElement>('#search')?.focus()],
  ['j', 'next call', (): void => move(1)],
  ['k', 'call before', (): void => move(-1)],
  ['f', 'follow the newest call, or stop', (): void => void (follows.value = !follows.value)],
  ['+', 'zoom in', (): void => zoomBy(0.5)],
  ['-', 'zoom out', (): void => zoomBy(2)],
  ['0', 'the whole time', (): void => zoomTo(undefined, undefined)],
  ['?', 'these keys', (): void => openPane({ panel: 'keys' })],
];

/** Listens to the keys, but not while the reader types, nor with a modifier. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const known = keys.find(([key]) => key === event.key);
    if (known === undefined) return;
    event.preventDefault();
    known[2]();
  });
  // A search or a filter begins at its top.
  let before = '';
  effect(() => {
    const { q = '', tenant = '', api = '', operation = '', troubled = '' } = place.value;
    const filters = q + tenant + api + operation + troubled;
    if (filters !== '' && filters !== before) follows.value = false;
    before = filters;
  });
}

/** The time axis of the calls that are shown. */
export const scaleInForce: ReadonlySignal<Scale> = computed(() => {
  const [from, to] = zoom.value.split(' ').map(Number);
  return toScale(shownCalls.value, now.peek(), from === undefined || to === undefined ? undefined : { from, to });
});
const zoom: ReadonlySignal<string> = computed(() =>
  place.value.from === undefined || place.value.to === undefined ? '' : `${place.value.from} ${place.value.to}`,
);

/** Makes the shown part of the time axis shorter or longer. The middle of what is in sight stays there. */
export function zoomBy(factor: number): void {
  const scale = scaleInForce.peek();
  const [from, to] = spanInSight() ?? [scale.from, scale.to];
  const half = ((scale.to - scale.from) / 2) * factor;
  const middle = Math.min(scale.to, Math.max(scale.from, (from + to) / 2));
  zoomTo(middle - half, middle + half);
}

/** Shows the time of the calls in sight. */
export function fit(): void {
  const span = spanInSight();
  if (span === undefined) return;
  const edge = Math.max(1, (span[1] - span[0]) * 0.03);
  zoomTo(span[0] - edge, span[1] + edge);
}

/** Moves the shown part of the time axis by a share of its length. */
export function shift(share: number): void {
  const { from, to } = scaleInForce.peek();
  zoomTo(from + (to - from) * share, to + (to - from) * share);
}

/** Shows only a part of the time axis. */
export function zoomTo(from: number | undefined, to: number | undefined): void {
  go({ from: from === undefined ? undefined : from.toFixed(1), to: to === undefined ? undefined : to.toFixed(1) });
}
