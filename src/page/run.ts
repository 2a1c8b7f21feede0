import { signal, type Signal } from '@preact/signals';
import type { SavedRun } from '../report/saved-run.ts';
import type { Summary, Verdicts } from './shapes.ts';

/** How the page gets its data. `denied` says that the server refuses it, and `reason` tells why. */
export type Connection = 'starting' | 'live' | 'lost' | 'token' | 'denied' | 'saved';

export const connection: Signal<Connection> = signal('starting');
/** Why the server refuses the page. */
export const reason: Signal<string> = signal('');
export const summary: Signal<Summary | undefined> = signal(undefined);
export const verdicts: Signal<Verdicts | undefined> = signal(undefined);
/** The run inside a saved page. It lacks what `cut` says. */
export const saved: Signal<SavedRun | undefined> = signal(undefined);
