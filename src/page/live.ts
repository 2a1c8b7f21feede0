import { ask } from './ask.ts';
import { addRows } from './rows.ts';
import { connection, summary, verdicts } from './run.ts';
import type { RowList, Summary, Verdicts } from './shapes.ts';

/** Fetches the run from the server. */
export async function startLive(): Promise<void> {
  const [sum, rows, judged] = await Promise.all([
    ask<Summary>('summary'),
    ask<RowList>('rows'),
    ask<Verdicts>('verdicts'),
  ]);
  if ('body' in sum) summary.value = sum.body;
  if ('body' in rows) addRows(rows.body.rows);
  if ('body' in judged) verdicts.value = judged.body;
  connection.value = 'body' in sum ? 'live' : 'lost';
}
