import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { ask } from '../ask.ts';
import { Copy, download } from '../copy.tsx';
import { countUsers } from '../noun.ts';
import { go, openPane, toUrl } from '../place.ts';
import { connection, saved, summary } from '../run.ts';
import type { components } from '../../generated/admin.ts';
import { Sign, type SignKind } from '../sign.tsx';
import { outcomeNames, toCount, toNumber } from '../words.ts';
import { expected } from './expected.ts';
import { unsent } from './headline.ts';

type Schemas = components['schemas'];
/** The records with one outcome for one reason. */
type Cause = Pick<Schemas['SummaryCause'], 'outcome' | 'cause' | 'records' | 'ids'> & Partial<Schemas['SummaryCause']>;

const signs: Readonly<Record<string, SignKind>> = {
  lost: 'bad',
  'never sent': 'bad',
  'under way': 'running',
  'not sent yet': 'running',
};
/** Number of ids of a cause that are shown at first, and at most. */
const few = 5;
const many = 1000;
/** Number of causes that are shown at first. */
const fewCauses = 5;

/** What is not fine, grouped by its cause, worst first. */
export function Causes(): VNode | null {
  const isWhole = useSignal(false);
  const causes = listCauses();
  if (causes.length === 0) return null;
  const shown = isWhole.value ? causes : causes.slice(0, fewCauses);
  return (
    <section class="causes" aria-labelledby="causes">
      <h2 id="causes">Why</h2>
      <ul>
        {shown.map((cause) => (
          <CauseItem key={nameCause(cause)} cause={cause} />
        ))}
      </ul>
      {causes.length > shown.length && (
        <p class="actions">
          <button type="button" onClick={() => (isWhole.value = true)}>
            Show all {toNumber(causes.length)} causes
          </button>
        </p>
      )}
    </section>
  );
}

function listCauses(): readonly Cause[] {
  const sent = (summary.value?.causes ?? []) as readonly Cause[];
  const { neverSent = [], file = '' } = expected.value ?? {};
  const isLate = unsent.value === 'never sent';
  if (neverSent.length === 0) return sent;
  const cause = `${file} has them, and no request carried them${isLate ? '' : ' so far'}`;
  const missing: Cause = { outcome: 'neverSent', cause, records: neverSent.length, ids: [...neverSent] };
  const isWorse = ({ outcome }: Cause): boolean => outcome === 'lost';
  return [...sent.filter(isWorse), missing, ...sent.filter((one) => !isWorse(one))];
}

function nameCause({ outcome, cause, tenantId, operation }: Cause): string {
  return JSON.stringify([outcome, tenantId, operation, cause]);
}

function CauseItem({ cause }: { readonly cause: Cause }): VNode {
  const { outcome, records, operation, tenant, calls = 0 } = cause;
  const all = useSignal<readonly string[] | undefined>(undefined);
  const isShown = useSignal(false);
  const ids = isShown.value ? (all.value ?? cause.ids).slice(0, many) : cause.ids.slice(0, few);
  const state = outcome === 'neverSent' ? unsent.value : (outcomeNames[outcome] ?? outcome);
  const what = `${countUsers(records)} ${state}`;
  const place = [operation, tenant, calls > 0 ? toCount(calls, 'call') : undefined].filter(
    (part) => part !== undefined,
  );
  const toggle = async (): Promise<void> => {
    isShown.value = !isShown.value;
    if (isShown.value) all.value = await findIds(cause);
  };
  return (
    <li class={outcome} data-outcome={outcome}>
      <h3>
        <Sign kind={signs[state] ?? 'warning'} />
        {what}
        {cause.cause !== '' && <span class="reason">: {cause.cause}</span>}
      </h3>
      {place.length > 0 && <p class="where">{place.join(' · ')}</p>}
      <ul class="ids">
        {ids.map((id, at) => (
          <li key={at}>{outcome === 'neverSent' ? <span class="id">{id}</span> : <RecordLink id={id} />}</li>
        ))}
        {records > ids.length && <li class="rest">and {toNumber(records - ids.length)} more</li>}
      </ul>
      <p class="actions">
        {records > few && (
          <button type="button" aria-expanded={isShown.value} onClick={() => void toggle()}>
            {isShown.value ? 'Show fewer' : 'Show ids'}
            <span class="unseen"> of {what}</span>
          </button>
        )}
        <Takeaways cause={cause} what={what} />
      </p>
    </li>
  );
}

/** What the reader can do with the users of a cause. */
function Takeaways({ cause, what }: { readonly cause: Cause; readonly what: string }): VNode {
  const { outcome, records, operation } = cause;
  // A saved page may have only the first ones.
  const known = connection.value === 'saved' ? savedIds(cause).length : records;
  const some = known === records ? '' : `${toNumber(known)} `;
  return (
    <>
      <Copy
        label={`Copy ${some}ids`}
        name={`Copy ${some}ids of ${what}`}
        text={async () => (await findIds(cause)).join('\n')}
      />
      <button
        type="button"
        onClick={() => void findIds(cause).then((found) => download(`${outcome}.txt`, `${found.join('\n')}\n`))}
      >
        Download {some}ids
        <span class="unseen"> of {what}</span>
      </button>
      {operation !== undefined && (
        <button type="button" onClick={() => showCalls(cause)}>
          Show calls
          <span class="unseen"> of {what}</span>
        </button>
      )}
    </>
  );
}

/** Leads to the page of a record. A record without an id has none. */
export function RecordLink({ id }: { readonly id: string }): VNode {
  if (id === '') return <span class="id">(no id)</span>;
  return (
    <a
      class="id"
      href={toUrl({ record: id })}
      onClick={(event) => {
        event.preventDefault();
        openPane({ record: id });
      }}
    >
      {id}
    </a>
  );
}

/** The ids of a cause. A saved page may have only the first ones. */
async function findIds(cause: Cause): Promise<readonly string[]> {
  const { outcome, tenantId, operation } = cause;
  if (connection.value === 'saved') return savedIds(cause);
  if (outcome === 'neverSent' || cause.ids.length === cause.records) return cause.ids;
  const query = new URLSearchParams({ outcome, ...(tenantId !== undefined && { tenant: tenantId }) });
  const found = await ask<Schemas['RecordList']>(`records?${query.toString()}`);
  if ('refusal' in found) return cause.ids;
  return found.body.records
    .filter((one) => one.operation === operation && (one.cause ?? cause.cause) === cause.cause)
    .map(({ id }) => id);
}

function savedIds(cause: Cause): readonly string[] {
  return saved.value?.causes?.find((one) => nameCause(one) === nameCause(cause))?.ids ?? cause.ids;
}

/** Shows the calls that are not fine of one tenant and operation. */
function showCalls({ tenantId, operation, outcome }: Cause): void {
  const words = outcome === 'rejected' ? 'rejected' : undefined;
  go({ tenant: tenantId, operation, troubled: '1', q: words });
  document.querySelector('#lanes')?.scrollIntoView();
}
