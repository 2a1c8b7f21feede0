import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Exchange } from '../shapes.ts';
import { RecordLink } from '../top/causes.tsx';
import { toCount, toNumber } from '../words.ts';

/** Number of records that are shown at first, and at most. The rejected ones are always shown. */
const few = 5;
const many = 2000;

/** The records of a request, with the rejected ones marked. */
export function RequestBody({ exchange }: { readonly exchange: Exchange }): VNode | null {
  const isWhole = useSignal(false);
  const { records, recordIds = [], rejected = [] } = exchange;
  if (records === 0) return null;
  const values = listValues(exchange);
  const reasons = new Map(rejected.map((one) => [one.index, one.message]));
  const count = Math.max(values.length, recordIds.length);
  const all = Array.from({ length: Math.min(count, many) }, (_, index) => index);
  const late = [...reasons.keys()].filter((index) => index >= all.length);
  const shown = isWhole.value
    ? [...all, ...late]
    : [...all, ...late].filter((index) => index < few || reasons.has(index));
  return (
    <>
      <h4>
        {toCount(records, 'record')}
        {reasons.size > 0 ? `, ${toNumber(reasons.size)} rejected` : ''}
      </h4>
      <ol class="body-rows">
        {shown.map((index) => (
          <li key={index} class={reasons.has(index) ? 'rejected' : ''} value={index + 1}>
            <span class="index">{index}</span> <RecordLink id={recordIds[index] ?? ''} />{' '}
            {reasons.has(index) && <b>Rejected: {reasons.get(index)} </b>}
            {values[index] !== undefined && <code>{JSON.stringify(values[index])}</code>}
          </li>
        ))}
      </ol>
      {shown.length < count && !isWhole.value && (
        <button type="button" onClick={() => (isWhole.value = true)}>
          Show {count > many ? `the first ${toNumber(many)}` : `all ${toNumber(count)}`}
        </button>
      )}
    </>
  );
}

/** The records in a body: its list of this length, or the body itself. */
function listValues({ records, request }: Exchange): readonly unknown[] {
  try {
    const body: unknown = JSON.parse((request?.body ?? '').replace(/^\uFEFF/, ''));
    if (typeof body !== 'object' || body === null) return [];
    const list = Object.values(body).find((part): part is unknown[] => Array.isArray(part) && part.length === records);
    return list ?? (records === 1 ? [body] : []);
  } catch {
    return [];
  }
}
