import { escapeControls } from '../runtime/printable.ts';
import type { AccountedRecord } from './account.ts';

/** One record a line, as JSON. */
export function* toNdjson(records: Iterable<AccountedRecord>): Generator<string> {
  for (const record of records) yield `${escapeControls(JSON.stringify(record))}\n`;
}

const columns = [
  'api',
  'tenant',
  'tenantId',
  'id',
  'outcome',
  'cause',
  'operation',
  'call',
  'position',
  'attempts',
  'request',
  'deleted',
] as const satisfies readonly (keyof AccountedRecord)[];

/** CSV of RFC 4180, with a line of names. */
export function* toCsv(records: Iterable<AccountedRecord>): Generator<string> {
  yield toCsvLine(columns);
  for (const record of records) yield toCsvLine(columns.map((name) => record[name] ?? ''));
}

function toCsvLine(cells: readonly (string | number | boolean)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** A spreadsheet would run a text that begins like a formula. An apostrophe makes it a text. */
function toCell(value: string | number | boolean): string {
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n\u0085\u2028\u2029]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
