import type { ResponseOf } from '../engine/api.ts';
import type { operations } from '../generated/admin.ts';
import { toCsv, toNdjson } from '../reconciliation/record-lines.ts';
import type { AccountedRecord } from '../reconciliation/account.ts';
import type { RequestTarget } from '../http/url.ts';
import type { ApiResponse } from '../http/response.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import type { Accounting, RecordFilter } from './accounting.ts';

type Stories = ResponseOf<operations['explainRecord']>;

/** A request for records. */
interface RecordsRequest {
  readonly target: RequestTarget;
  readonly tenant: string | undefined;
  /** The header `Accept`. */
  readonly accept: string;
}

/** The records of the account as NDJSON, CSV or JSON, or the stories of those with the `id` of the query. */
export function showRecords({ target, tenant, accept }: RecordsRequest, mock: Accounting): ApiResponse {
  const { id, outcome } = target.query;
  if (typeof id === 'string') return showStories(id, tenant, mock);
  if (id !== undefined) return refuse(400, 'Give one id, or leave the parameter out.');
  const outcomes = [outcome ?? []].flat().flatMap((text) => (text as string).split(','));
  const filter = { ...(tenant !== undefined && { tenant }), ...(outcome !== undefined && { outcome: outcomes }) };
  try {
    return toAnswer(accept, mock.records(filter as RecordFilter));
  } catch (error) {
    return refuse(400, (error as Error).message);
  }
}

/** The stories of the records with this id. */
export function showStories(id: string, tenant: string | undefined, mock: Accounting): Stories {
  const records = mock.explain(id, tenant);
  if (records.length > 0) return { status: 200, body: { records } };
  const name = id === '' ? 'No record without an id' : `No record with the id ${JSON.stringify(maskKeys(id))}`;
  const { counts, reason } = mock.reconcile({ tenant });
  return refuse(404, `${name} was sent. ${reason ?? `${counts.sent} others were sent.`}`);
}

function toAnswer(accept: string, records: readonly AccountedRecord[]): ApiResponse {
  const [first] = ['text/csv', 'application/json', 'application/x-ndjson']
    .map((type) => ({ type, at: accept.indexOf(type) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at);
  if (first?.type === 'application/json') return { status: 200, body: { records } };
  const isCsv = first?.type === 'text/csv';
  const type = isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
  return { status: 200, headers: { 'Content-Type': type }, text: isCsv ? toCsv(records) : toNdjson(records) };
}

function refuse<Status extends number>(status: Status, error: string): { status: Status; body: { errors: string[] } } {
  return { status, body: { errors: [error] } };
}
