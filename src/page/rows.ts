import { signal, type Signal } from '@preact/signals';
import type { Row } from './shapes.ts';

/** Grows with each change of the rows. Who reads it is drawn anew. */
export const revision: Signal<number> = signal(0);

const byNumber = new Map<number, Row>();

/** Adds rows, and replaces those of the same number. */
export function addRows(rows: readonly Row[]): void {
  if (rows.length === 0) return;
  for (const row of rows) byNumber.set(row.number, row);
  revision.value++;
}

export function clearRows(): void {
  byNumber.clear();
  revision.value++;
}

export function listRows(): readonly Row[] {
  return [...byNumber.values()];
}
