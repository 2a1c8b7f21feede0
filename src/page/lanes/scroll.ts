import { effect, signal, type Signal } from '@preact/signals';
import { go, openPane, place } from '../place.ts';
import { attemptsOf } from '../rows.ts';
import { shownCalls } from './filter.ts';

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
  ['?', 'these keys', (): void => openPane({ panel: 'keys' })],
];

/** Listens to the keys, but not while the reader types, nor with a modifier. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (event.key === 'Escape' && isTyping && event.target.id === 'search')
      event.target.dispatchEvent(new Event('leave'));
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const known = keys.find(([key]) => key === event.key);
    if (known === undefined) return;
    event.preventDefault();
    known[2]();
  });
  // A search or a filter begins at its top.
  effect(() => {
    const { q, tenant, api, operation, troubled } = place.value;
    if ([q, tenant, api, operation, troubled].some((part) => part !== undefined)) follows.value = false;
  });
}

/** Shows only a part of the time axis. */
export function zoomTo(from: number | undefined, to: number | undefined): void {
  go({ from: from === undefined ? undefined : from.toFixed(1), to: to === undefined ? undefined : to.toFixed(1) });
}
