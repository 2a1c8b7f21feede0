import { signal, type Signal } from '@preact/signals';

/** What the reader looks at. All of it is in the fragment of the URL, which no request carries. */
export interface Place {
  /** The search: text of an id or an e-mail, a status, or `call:4`. */
  readonly q?: string;
  readonly tenant?: string;
  readonly api?: string;
  readonly operation?: string;
  /** `1` shows only what is not fine. */
  readonly troubled?: string;
  /** The part of the time axis that is shown: `from` and `to` in milliseconds on the mock's clock. */
  readonly from?: string;
  readonly to?: string;
  /** The pane at the side: a record by its id, a call by its key (see rows.ts), or a panel. At most one of them is there. */
  readonly record?: string;
  readonly call?: string;
  readonly panel?: 'faults' | 'clock' | 'state' | 'others' | 'keys';
}

export const place: Signal<Place> = signal(read());

/** Changes a part of the place. `undefined` removes a part. A pane is a step back in the history; the rest is not. */
export function go(change: { readonly [Name in keyof Place]: Place[Name] | undefined }): void {
  const isStep = ['record', 'call', 'panel'].some((name) => name in change);
  const next = new URLSearchParams(location.hash.replace(/^#\/?/, ''));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  const url = toUrl(next);
  if (isStep) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  place.value = read();
}

/** The URL of a place. A fragment without the `/` would be the name of a part of the page. */
export function toUrl(place: URLSearchParams | Readonly<Record<string, string>>): string {
  return `#/${new URLSearchParams(place).toString()}`;
}

/** Opens one pane, and closes the others. Without an argument it closes the pane. */
export function openPane(pane: Pick<Place, 'record' | 'call' | 'panel'> = {}): void {
  go({ record: undefined, call: undefined, panel: undefined, ...pane });
}

function read(): Place {
  return Object.fromEntries(new URLSearchParams(location.hash.replace(/^#\/?/, '')));
}

for (const type of ['popstate', 'hashchange']) addEventListener(type, () => (place.value = read()));
