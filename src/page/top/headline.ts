import { computed, type ReadonlySignal } from '@preact/signals';
import { connection, summary } from '../run.ts';
import { expected } from './expected.ts';
import { now } from './now.ts';
import { toHeadline, type Headline } from './sentence.ts';

/** The state of the run in words. */
export const headline: ReadonlySignal<Headline> = computed(() =>
  summary.value === undefined
    ? { mood: 'empty', text: 'Asking the server …', more: '' }
    : toHeadline(summary.value, now.value, {
        neverSent: expected.value?.neverSent.length,
        isOver: connection.value === 'saved',
      }),
);

/** The state of expected users that no request carried. While a job runs, it may send them later. */
export const unsent: ReadonlySignal<string> = computed(() =>
  headline.value.mood === 'running' ? 'not sent yet' : 'never sent',
);

/** What a screen reader says by itself. The text of a run changes each second. */
export const spoken: ReadonlySignal<string> = computed(() =>
  headline.value.mood === 'running' ? 'Running.' : headline.value.text,
);
