import type { ResponseOf } from '../engine/api.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { operations } from '../generated/admin.ts';
import { toCsv, toNdjson } from '../reconciliation/record-lines.ts';
import type { AccountedRecord } from '../reconciliation/account.ts';
import type { RequestTarget } from '../http/url.ts';
import { parseAccept } from '../http/accept.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Accounting, RecordFilter } from './accounting.ts';
import { toAdminError } from './admin-operations.ts';

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
  if (id !== undefined && typeof id !== 'string') return toAdminError(400, 'Give one id, or leave the parameter out.');
  const outcomes = [outcome ?? []].flat().flatMap((text) => (text as string).split(','));
  const filter = { ...(tenant !== undefined && { tenant }), ...(outcome !== undefined && { outcome: outcomes }) };
  try {
    const records = mock.records(filter as RecordFilter);
    if (id !== undefined) return showStories(id, tenant, mock, filter.outcome);
    return records.length === 0 ? showNothing(accept, tenant, mock) : toAnswer(accept, records);
  } catch (error) {
    return toAdminError(400, (error as Error).message);
  }
}

/** A misspelt tenant must not look like a tenant without losses. */
function showNothing(accept: string, tenant: string | undefined, mock: Accounting): ApiResponse {
  const { reason = '', tenants = [] } = mock.reconcile({ tenant });
  const isUnseen = tenant !== undefined && tenants.every(({ tenantId }) => tenantId !== toTenantId(tenant));
  return isUnseen && reason !== '' ? toAdminError(404, reason) : toAnswer(accept, []);
}

/** The stories of the records with this id, or of those with one of the outcomes. */
export function showStories(
  id: string,
  tenant: string | undefined,
  mock: Accounting,
  outcomes?: readonly unknown[],
): Stories {
  const known = mock.explain(id, tenant);
  const records = known.filter(({ outcome }) => outcomes?.includes(outcome) !== false);
  if (records.length > 0) return { status: 200, body: { records } };
  const name = id === '' ? 'No record without an id' : `No record with the id ${JSON.stringify(id)}`;
  if (known.length > 0) return toAdminError(404, `${name} has this outcome, but ${known[0]?.outcome ?? ''}.`);
  const { counts, reason } = mock.reconcile({ tenant });
  return toAdminError(404, `${name} was sent. ${reason ?? `${counts.sent} others were sent.`}`);
}

function toAnswer(accept: string, records: readonly AccountedRecord[]): ApiResponse {
  const wanted = findWantedType(accept);
  if (wanted === 'application/json') return { status: 200, body: { records } };
  const isCsv = wanted === 'text/csv';
  const type = isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8';
  return { status: 200, headers: { 'Content-Type': type }, text: isCsv ? toCsv(records) : toNdjson(records) };
}

const types = ['application/x-ndjson', 'application/json', 'text/csv'];

/** The type that a client prefers. */
function findWantedType(accept: string): string | undefined {
  const known = parseAccept(accept).filter(({ type, quality }) => types.includes(type) && quality > 0);
  return known.sort((a, b) => b.quality - a.quality)[0]?.type;
}
