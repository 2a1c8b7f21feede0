import type { VNode } from 'preact';
import { RecordLink } from '../top/causes.tsx';
import { outcomeNames } from '../words.ts';
import { found, searched } from './filter.ts';

/** The records that the search has found. */
export function Found(): VNode | null {
  const { text, records } = found.value;
  if (searched.value === '' || text !== searched.value || records.length === 0) return null;
  return (
    <div class="found" role="status">
      <h3>{records.length < 100 ? `${records.length}` : 'The first 100'} records</h3>
      <ul class="ids">
        {records.map(({ id, outcome, tenantId, position, call }) => (
          <li key={`${id} ${tenantId ?? ''} ${call ?? ''} ${position ?? ''}`}>
            <RecordLink id={id} /> <span class="note">{outcomeNames[outcome]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
