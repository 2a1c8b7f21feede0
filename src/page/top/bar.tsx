import type { VNode } from 'preact';
import { expected } from './expected.ts';
import { unsent } from './headline.ts';
import type { Summary } from '../shapes.ts';
import { countUsers } from '../noun.ts';
import { outcomeNames, toNumber } from '../words.ts';

const order = ['stored', 'underWay', 'rejected', 'inDoubt', 'lost', 'unaccounted'] as const;

/** One bar whose parts add up to what was sent, or was to be sent. */
export function Bar({ summary }: { readonly summary: Summary }): VNode | null {
  const { counts } = summary;
  const neverSent = expected.value?.neverSent.length ?? 0;
  const parts = [
    ...order.map((name) => ({ name, count: counts[name], words: outcomeNames[name] ?? name })),
    { name: 'neverSent', count: neverSent, words: unsent.value },
  ].filter(({ name, count }) => count > 0 || name === 'stored' || name === 'lost');
  const total = counts.sent + neverSent;
  if (total === 0) return null;
  const words = parts.map((part) => `${toNumber(part.count)} ${part.words}`).join(', ');
  const sum =
    neverSent === 0 ? `${countUsers(counts.sent)} sent` : `${countUsers(total)}, ${toNumber(counts.sent)} sent`;
  return (
    <div class="bar-box">
      <div class="bar" role="img" aria-label={`${sum}: ${words}.`}>
        {parts.map(
          ({ name, count }) => count > 0 && <span key={name} class={`part ${name}`} style={{ flexGrow: count }} />,
        )}
      </div>
      <ul class="legend">
        <li class="sum">{sum}</li>
        {parts.map(({ name, count, words: state }) => (
          <li key={name} data-part={name}>
            <span class={`swatch part ${name}`} aria-hidden="true" />
            <b>{toNumber(count)}</b> {state}
          </li>
        ))}
      </ul>
    </div>
  );
}
