import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { openCallOf } from '../details/open.ts';
import { revision } from '../rows.ts';
import { verdicts } from '../run.ts';
import type { Verdicts } from '../shapes.ts';
import { Sign } from '../sign.tsx';
import { toCount, toNumber } from '../words.ts';
import { headline } from './headline.ts';
import { listBroken } from './settled.ts';

type Verdict = Verdicts['verdicts'][number];

const few = 3;

/** The rules of a good client that were broken, in words. */
export function Rules(): VNode | null {
  const judged = verdicts.value;
  if (judged === undefined || judged.requests === 0) return null;
  // The states of calls change with the rows.
  const broken = revision.value < 0 ? [] : listBroken(judged);
  const kept = judged.verdicts.filter(({ outcome }) => outcome === 'passed').length;
  return (
    <section class="rules card" aria-labelledby="rules">
      <h2 id="rules">Rules</h2>
      {broken.length === 0 ? (
        <p>
          <Sign kind="fine" /> No rule is broken{headline.value.mood === 'running' ? ' so far' : ''}.{' '}
          {toCount(kept, 'rule')} could be judged.
        </p>
      ) : (
        <ul>
          {broken.map((verdict) => (
            <Broken key={verdict.rule} verdict={verdict} />
          ))}
        </ul>
      )}
      {judged.dropped > 0 && (
        <p class="note">
          {toCount(judged.dropped, 'request')} could not be judged, since the journal has dropped them.
        </p>
      )}
    </section>
  );
}

function Broken({ verdict }: { readonly verdict: Verdict }): VNode {
  const { title, requirement, level, rule, findings } = verdict;
  const isWhole = useSignal(false);
  const shown = isWhole.value ? findings.slice(0, 100) : findings.slice(0, few);
  return (
    <li data-rule={rule}>
      <h3>
        <Sign kind={level === 'MAY' ? 'warning' : 'bad'} />
        Broken: {title}
      </h3>
      <p class="where">{requirement}</p>
      <ul class="findings">
        {shown.map(({ message, exchanges }, at) => (
          <li key={at}>
            {message}{' '}
            {exchanges[0] !== undefined && (
              <button type="button" class="link" onClick={() => openCallOf(exchanges[0] ?? 0)}>
                Show the call
              </button>
            )}
          </li>
        ))}
      </ul>
      {findings.length > shown.length && !isWhole.value && (
        <button type="button" onClick={() => (isWhole.value = true)}>
          Show all {toNumber(findings.length)}
        </button>
      )}
    </li>
  );
}
