import type { VNode } from 'preact';
import { Pane } from './details/pane.tsx';
import { Lanes } from './lanes/lanes.tsx';
import { openPane, type Place } from './place.ts';
import { connection, summary } from './run.ts';
import type { Summary } from './shapes.ts';
import { Sign } from './sign.tsx';
import { Bar } from './top/bar.tsx';
import { ClockCard, FaultsCard } from './top/cards.tsx';
import { Causes } from './top/causes.tsx';
import { Empty } from './top/empty.tsx';
import { headline, spoken } from './top/headline.ts';
import { Rules } from './top/rules.tsx';
import { ExpectedFile, Status } from './top/status.tsx';

const panels: readonly (readonly [panel: NonNullable<Place['panel']>, label: string])[] = [
  ['faults', 'Faults'],
  ['clock', 'Clock'],
  ['state', 'Stored users'],
  ['keys', 'Keys'],
];

export function App(): VNode {
  const { value } = summary;
  return (
    <>
      <header class="page-head">
        <span class="brand">vf-mock</span>
        {value !== undefined && (
          <nav aria-label="Panels">
            {panels.map(([panel, label]) => (
              <button key={panel} type="button" onClick={() => openPane({ panel })}>
                {label}
              </button>
            ))}
          </nav>
        )}
      </header>
      <main>
        <Status />
        {value !== undefined && <Run summary={value} />}
        {value === undefined && (connection.value === 'starting' || connection.value === 'live') && (
          <p class="note">Asking the server …</p>
        )}
      </main>
      <Pane />
    </>
  );
}

function Run({ summary: value }: { readonly summary: Summary }): VNode {
  const isEmpty = value.requests.total === 0;
  return (
    <>
      <Headline summary={value} />
      <div class="columns">
        <div class="wide">{isEmpty ? <Empty /> : <Causes />}</div>
        <div class="side">
          <Rules />
          <FaultsCard summary={value} />
          <ClockCard summary={value} />
        </div>
      </div>
      {!isEmpty && <Lanes />}
    </>
  );
}

/** Drawn each second, so it stands apart. */
function Headline({ summary: value }: { readonly summary: Summary }): VNode {
  const { mood, text, more } = headline.value;
  return (
    <section class={`headline ${mood}`} aria-label="The run">
      <h1>
        <Sign kind={mood} />
        <span id="sentence">{text}</span>
      </h1>
      <p class="unseen" role="status">
        {spoken}
      </p>
      {more !== '' && <p class="more">{more}</p>}
      <Bar summary={value} />
      <ExpectedFile />
    </section>
  );
}
