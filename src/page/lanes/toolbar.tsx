import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { go, place } from '../place.ts';
import { connection, summary } from '../run.ts';
import { newestNumber } from '../rows.ts';
import { toCount, toNumber } from '../words.ts';
import { choices, pausedAt, searched, searchRecords, togglePause } from './filter.ts';
import { fit, follows, shift, zoomBy, zoomTo } from './scroll.ts';

/** Milliseconds after the last key of a search. */
const patience = 200;

export function Toolbar(): VNode {
  const { q = '', tenant, api, operation, troubled } = place.value;
  const { tenants, apis, operations } = choices.value;
  // A record that comes later is found too.
  useEffect(() => {
    const timer = setTimeout(() => void searchRecords(), patience);
    return () => clearTimeout(timer);
  }, [searched.value, summary.value]);
  return (
    <div class="toolbar" role="search" aria-label="Calls">
      <input
        id="search"
        type="search"
        aria-label="Search by id, e-mail, status, or call:4"
        placeholder="Search: id, e-mail, 503, reset, call:4"
        value={q}
        onInput={(event) => go({ q: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Select label="Tenant" name="tenant" value={tenant} options={[...tenants]} />
      <Select label="API" name="api" value={api} options={apis.map((one) => [one, one])} />
      <Select label="Operation" name="operation" value={operation} options={operations.map((one) => [one, one])} />
      <label class="check">
        <input
          type="checkbox"
          checked={troubled !== undefined}
          onChange={(event) => go({ troubled: event.currentTarget.checked ? '1' : undefined })}
        />
        Only what is not fine
      </label>
      <Movement />
      <Others />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly name: 'tenant' | 'api' | 'operation';
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A filter, if there is something to select. */
function Select({ label, name, value, options }: SelectProps): VNode | null {
  if (options.length < 2 && value === undefined) return null;
  const known = value === undefined || options.some(([one]) => one === value) ? options : [...options, [value, value]];
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => go({ [name]: event.currentTarget.value || undefined })}
    >
      <option value="">{`${label}: all`}</option>
      {known.map(([one = '', text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** Follow, pause and zoom. */
function Movement(): VNode {
  const paused = pausedAt.value;
  const news = paused === undefined ? 0 : newestNumber() - paused;
  const isZoomed = place.value.from !== undefined;
  return (
    <span class="movement">
      {connection.value !== 'saved' && (
        <>
          <button type="button" aria-pressed={follows.value} onClick={() => (follows.value = !follows.value)}>
            Follow
          </button>
          <button type="button" aria-pressed={paused !== undefined} onClick={togglePause}>
            {paused === undefined ? 'Pause' : `Paused, ${toNumber(news)} newer`}
          </button>
        </>
      )}
      <button type="button" aria-label="Zoom in" onClick={() => zoomBy(0.5)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => zoomBy(2)}>
        −
      </button>
      <button type="button" title="Fit the time axis to the calls in sight" onClick={fit}>
        Fit
      </button>
      {isZoomed && (
        <>
          <button type="button" aria-label="Earlier" onClick={() => shift(-0.5)}>
            ←
          </button>
          <button type="button" aria-label="Later" onClick={() => shift(0.5)}>
            →
          </button>
          <button type="button" onClick={() => zoomTo(undefined, undefined)}>
            Whole time
          </button>
        </>
      )}
    </span>
  );
}

/** Requests that meant no API. */
function Others(): VNode | null {
  const { others = 0 } = summary.value?.requests ?? {};
  if (others === 0) return null;
  return (
    <button type="button" class="link" onClick={() => go({ panel: 'others', record: undefined, call: undefined })}>
      {toCount(others, 'other request')} matched no API
    </button>
  );
}
