import { signal, type Signal } from '@preact/signals';
import { toCount } from './words.ts';

/** What the records of the run are. Events are no users. */
export const noun: Signal<'user' | 'record'> = signal('user');

/** Such as `6,000 users`, or `6,000 records` of a run with events. */
export function countUsers(count: number): string {
  return toCount(count, noun.value);
}
