import type { VNode } from 'preact';
import { openPane } from '../place.ts';
import { connection } from '../run.ts';
import type { Summary } from '../shapes.ts';
import { toDuration, toNumber, toTime } from '../words.ts';
import { now } from './now.ts';

const few = 4;

/** The faults that are armed, and what they hit next. */
export function FaultsCard({ summary }: { readonly summary: Summary }): VNode {
  const { faults } = summary;
  return (
    <section class="card" aria-labelledby="armed">
      <h2 id="armed">Faults armed</h2>
      {faults.length === 0 && <p class="note">None. Each request gets its usual answer.</p>}
      <ul class="faults">
        {faults.slice(0, few).map(({ id, fired, summary: text, next }) => (
          <li key={id} data-fault={id}>
            <b>{text}</b>
            <span class="where">
              {fired > 0 ? `Fired ${toNumber(fired)} ${fired === 1 ? 'time' : 'times'}. ` : ''}Next: {next}
            </span>
          </li>
        ))}
      </ul>
      {faults.length > few && <p class="note">And {toNumber(faults.length - few)} more.</p>}
      {connection.value !== 'saved' && (
        <button type="button" onClick={() => openPane({ panel: 'faults' })}>
          {faults.length === 0 ? 'Arm a fault' : 'Arm or disarm'}
        </button>
      )}
    </section>
  );
}

/** The mock's time, and what waits for it. */
export function ClockCard({ summary }: { readonly summary: Summary }): VNode {
  const { kind, next, sleepers, automatic } = summary.clock;
  const isManual = kind === 'manual';
  return (
    <section class="card" aria-labelledby="time">
      <h2 id="time">Clock</h2>
      <p>
        <time class="now">{toTime(now.value)}</time> {isManual ? 'manual clock' : 'system clock'}
        {automatic ? ', jumps to the next sleeper by itself' : ''}
      </p>
      {sleepers > 0 && (
        <p class="where">
          {toNumber(sleepers)} {sleepers === 1 ? 'request waits' : 'requests wait'}
          {next === undefined ? '' : `, the next for ${toDuration(Math.max(0, next - now.value))}`}.
        </p>
      )}
      {isManual && connection.value !== 'saved' && (
        <button type="button" onClick={() => openPane({ panel: 'clock' })}>
          Move the clock
        </button>
      )}
    </section>
  );
}
