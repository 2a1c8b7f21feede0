import type { components } from '../generated/admin.ts';

/** The outcome of a record. */
export type RecordOutcome = components['schemas']['RecordOutcome'];

/** The outcomes that the end of a request decides, from the best to the worst. A better one is kept. */
export const decided = { stored: 1, rejected: 2, inDoubt: 3, lost: 4 } as const;

export type DecidedOutcome = keyof typeof decided;

const names = Object.keys(decided) as DecidedOutcome[];

/** The outcome with this position. `undefined` if no request with the record has ended yet. */
export function toOutcome(position: number): DecidedOutcome | undefined {
  return names[position - 1];
}
