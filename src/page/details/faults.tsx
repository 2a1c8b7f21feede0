import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { components } from '../../generated/admin.ts';
import { ask } from '../ask.ts';
import { bodyOf } from './details.ts';
import { requestRefresh } from '../refresh.ts';
import { connection, summary } from '../run.ts';
import { toNumber } from '../words.ts';
import { isLoaded, useLoaded } from './load.tsx';
import { RuleForm } from './rule-form.tsx';

type Scenarios = components['schemas']['ScenarioList'];

/** The faults that are armed, and how to arm others. */
export function FaultsPanel(): VNode {
  const problem = useSignal('');
  const { faults = [] } = summary.value ?? {};
  const isSaved = connection.value === 'saved';
  const send = async (path: string, method: string, body?: unknown): Promise<void> => {
    const found = await ask(path, method, body);
    problem.value = 'refusal' in found ? found.refusal.message : '';
    requestRefresh();
  };
  return (
    <>
      <h3>Armed</h3>
      {faults.length === 0 && <p class="note">None. Each request gets its usual answer.</p>}
      <ul class="faults">
        {faults.map(({ id, fired, summary: text, next }) => (
          <li key={id} data-fault={id}>
            <b>{text}</b>
            <span class="where">
              {id} · fired {toNumber(fired)} {fired === 1 ? 'time' : 'times'} · next: {next}
            </span>
            {!isSaved && (
              <button
                type="button"
                aria-label={`Disarm ${id}`}
                onClick={() => void send(`faults/${encodeURIComponent(id)}`, 'DELETE')}
              >
                Disarm
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isSaved && faults.length > 1 && (
        <button type="button" onClick={() => void send('faults', 'DELETE')}>
          Disarm all
        </button>
      )}
      {problem.value !== '' && <p role="alert">{problem.value}</p>}
      {!isSaved && (
        <>
          <h3>Arm a scenario</h3>
          <ScenarioForm arm={async (name) => send(`scenarios/${encodeURIComponent(name)}`, 'POST')} />
          <h3>Arm a fault</h3>
          <RuleForm arm={async (rule) => send('faults', 'POST', rule)} />
        </>
      )}
    </>
  );
}

function ScenarioForm({ arm }: { readonly arm: (name: string) => Promise<void> }): VNode {
  const name = useSignal('');
  const found = useLoaded('scenarios', '', async () => bodyOf(await ask<Scenarios>('scenarios')));
  const scenarios = isLoaded(found) ? found.scenarios : [];
  const chosen = name.value || (scenarios[0]?.name ?? '');
  return (
    <form
      class="actions"
      onSubmit={(event) => {
        event.preventDefault();
        void arm(chosen);
      }}
    >
      <select aria-label="Scenario" value={chosen} onChange={(event) => (name.value = event.currentTarget.value)}>
        {scenarios.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
      <button type="submit">Arm the scenario</button>
      <p class="note">{scenarios.find((one) => one.name === chosen)?.description}</p>
    </form>
  );
}
