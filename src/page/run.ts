import { signal, type Signal } from '@preact/signals';
import type { SavedRun } from '../report/saved-run.ts';
import type { Summary, Verdicts } from './shapes.ts';

/**
 * How the page gets its data. `token` says that the server asks for a token, and `denied` that it refuses this page. A
 * `lost` server does not answer, and the page asks again.
 */
export type Connection = 'starting' | 'live' | 'lost' | 'token' | 'denied' | 'saved';

export const connection: Signal<Connection> = signal('starting');
/** Why the server refuses the page, or does not answer. */
export const reason: Signal<string> = signal('');
/** What the reader should know, such as that the server was started anew. */
export const notice: Signal<string> = signal('');
export const summary: Signal<Summary | undefined> = signal(undefined);
/** The real time when the summary came, in milliseconds. */
export const seenAt: Signal<number> = signal(0);
export const verdicts: Signal<Verdicts | undefined> = signal(undefined);
/** The number of the newest request that the verdicts are sure to know. */
export const judgedUpTo: Signal<number> = signal(Infinity);
/** The run inside a saved page. It lacks what `cut` says. */
export const saved: Signal<SavedRun | undefined> = signal(undefined);
