import { openPane } from '../place.ts';
import { rowOf, toCallKey } from '../rows.ts';

/** Opens the call that a request belongs to. */
export function openCallOf(number: number): void {
  const row = rowOf(number);
  openPane({ call: row === undefined ? String(number) : toCallKey(row) });
}
