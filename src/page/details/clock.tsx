import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { ask } from '../ask.ts';
import { requestRefresh } from '../refresh.ts';
import { connection, summary } from '../run.ts';
import { now } from '../top/now.ts';
import { toDuration, toNumber, toTime } from '../words.ts';

const steps = [1000, 10_000, 60_000, 600_000];

/** Moves a manual clock. */
export function ClockPanel(): VNode | null {
  const problem = useSignal('');
  const { clock } = summary.value ?? {};
  if (clock === undefined) return null;
  const advance = async (milliseconds: number): Promise<void> => {
    const found = await ask('clock', 'PUT', { advance: milliseconds });
    problem.value = 'refusal' in found ? found.refusal.message : '';
    requestRefresh();
  };
  const isManual = clock.kind === 'manual' && connection.value !== 'saved';
  const left = clock.next === undefined ? undefined : Math.max(0, clock.next - now.value);
  return (
    <>
      <p>
        <time class="now">{toTime(now.value)}</time> {new Date(now.value).toISOString()}
      </p>
      <p class="note">
        {clock.sleepers === 0
          ? 'No request waits for the clock.'
          : `${toNumber(clock.sleepers)} waiting for the clock.`}
        {left === undefined ? '' : ` The next one for ${toDuration(left)}.`}
      </p>
      {!isManual && connection.value !== 'saved' && (
        <p class="note">
          This is the system clock, which nobody can move. Start with --clock manual to move it from here.
        </p>
      )}
      {isManual && <Moves left={left} advance={advance} />}
      {problem.value !== '' && <p role="alert">{problem.value}</p>}
    </>
  );
}

interface MovesProps {
  /** Milliseconds to the next sleeper. */
  readonly left: number | undefined;
  readonly advance: (milliseconds: number) => Promise<void>;
}

function Moves({ left, advance }: MovesProps): VNode {
  const given = useSignal('');
  return (
    <>
      <p class="actions">
        {steps.map((step) => (
          <button key={step} type="button" onClick={() => void advance(step)}>
            + {toDuration(step)}
          </button>
        ))}
        {left !== undefined && (
          <button type="button" onClick={() => void advance(left)}>
            Jump to the next
          </button>
        )}
      </p>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          void advance(Number(given.value) * 1000);
        }}
      >
        <label>
          Seconds{' '}
          <input
            type="number"
            min="0"
            step="any"
            required
            onInput={(event) => (given.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit">Advance</button>
      </form>
    </>
  );
}
