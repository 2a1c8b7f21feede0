import type { SavedRun } from '../report/saved-run.ts';
import { addRows } from './rows.ts';
import { connection, saved, summary, verdicts } from './run.ts';

/** The packed run inside the page. `undefined` on a page that a server sends. */
export function findPackedRun(): string | undefined {
  return document.querySelector('#run')?.textContent ?? undefined;
}

/** Shows the run inside the page. */
export async function startSaved(packed: string): Promise<void> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const run = JSON.parse(text) as SavedRun;
  saved.value = run;
  summary.value = run.summary;
  verdicts.value = run.verdicts;
  addRows(run.rows);
  connection.value = 'saved';
}
