import type { ResponseOf } from '../engine/api.ts';
import { toTenantId } from '../engine/tenants.ts';
import { listSecrets } from '../config/secrets.ts';
import type { components, operations } from '../generated/admin.ts';
import { createRequestMask } from '../openapi/request-mask.ts';
import type { ApiName } from '../openapi/router.ts';
import { toCsv, toNdjson } from '../reconciliation/record-lines.ts';
import type { AccountedRecord } from '../reconciliation/account.ts';
import type { ExpectedRecord } from '../reconciliation/expected.ts';
import type { VerdictLimits } from '../rules/limits.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import { mapTexts } from '../runtime/clone-json.ts';
import type { RequestTarget } from '../http/url.ts';
import { parseAccept } from '../http/accept.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Accounting, AccountingParts, RecordFilter } from './accounting.ts';
import { readCount, toAdminError, type Refused } from './admin-operations.ts';
import type { MockControl } from './control.ts';
import { checkStoredUserFilter, searchStoredUsers, type StoredUser } from './stored-users.ts';

type UserRow = components['schemas']['UserRow'];
type Stories = ResponseOf<operations['explainRecord']>;

/** A request for records. */
interface RecordsRequest {
  readonly target: RequestTarget;
  readonly tenant: string | undefined;
  /** The header `Accept`. */
  readonly accept: string;
}

/** The verdicts of `mock.verdicts()`, or the refusal of a limit in the query. */
export function judge(
  { tenant, target: { query } }: Omit<RecordsRequest, 'accept'>,
  mock: MockControl,
  expected?: readonly ExpectedRecord[],
): Refused<400> | { readonly status: 200; readonly body: Verdicts } {
  const limits: Partial<Record<keyof VerdictLimits, number>> = {};
  for (const name of ['maxAttempts', 'maxAmplification'] as const) {
    if (query[name] === undefined) continue;
    limits[name] = Number(query[name]);
    if (!(limits[name] >= 1))
      return toAdminError(400, `${name} is ${JSON.stringify(query[name])}. Use a number of 1 or more.`);
  }
  const options = { ...limits, ...(tenant !== undefined && { tenant }), ...(expected && { expected }) };
  return { status: 200, body: mock.verdicts(options) };
}

/** The records of the account as NDJSON, CSV or JSON, or the stories of those with the `id` of the query. */
export function showRecords({ target, tenant, accept }: RecordsRequest, mock: Accounting): ApiResponse {
  const { id, outcome, q } = target.query;
  const limit = readCount(target, 'limit', { fallback: undefined });
  if (typeof limit === 'object') return limit;
  if (id !== undefined && typeof id !== 'string') return toAdminError(400, 'Give one id, or leave the parameter out.');
  if (id !== undefined && (q ?? limit) !== undefined)
    return toAdminError(400, 'Leave q and limit out if you give an id.');
  const outcomes = [outcome ?? []].flat().flatMap((text) => (text as string).split(','));
  const filter = {
    ...(tenant !== undefined && { tenant }),
    ...(outcome !== undefined && { outcome: outcomes }),
    ...(id !== undefined && { id }),
    ...(q !== undefined && { q }),
    ...(limit !== undefined && { limit }),
  };
  try {
    const records = mock.records(filter as RecordFilter);
    if (id !== undefined) return showStories(id, tenant, mock, filter.outcome);
    return records.length === 0 ? (refuseUnseen(tenant, mock) ?? toAnswer(accept, [])) : toAnswer(accept, records);
  } catch (error) {
    return toAdminError(400, (error as Error).message);
  }
}

/** A misspelt tenant must not look like a tenant without losses. */
function refuseUnseen(tenant: string | undefined, mock: Accounting): Refused<404> | undefined {
  const { reason = '', tenants = [] } = mock.reconcile({ tenant });
  const isUnseen = tenant !== undefined && tenants.every(({ tenantId }) => tenantId !== toTenantId(tenant));
  return isUnseen && reason !== '' ? toAdminError(404, reason) : undefined;
}

/** Some of the stored users, with their keys masked. */
export function showUsers(
  target: RequestTarget,
  tenant: string | undefined,
  mock: Accounting & Omit<AccountingParts, 'journal'>,
): ResponseOf<operations['listStoredUsers']> {
  const { api, q } = target.query;
  const limit = readCount(target, 'limit', { most: mostUsers, fallback: usualUsers });
  if (typeof limit === 'object') return limit;
  const after = readCount(target, 'after', { least: 0, fallback: 0 });
  if (typeof after === 'object') return after;
  const problem = checkStoredUserFilter(api === undefined ? {} : { api });
  if (problem !== undefined) return toAdminError(400, `${problem}.`);
  if (q !== undefined && (typeof q !== 'string' || q === ''))
    return toAdminError(400, 'Give one q, a part of an id or of an e-mail address, or leave the parameter out.');
  const tenantId = tenant === undefined ? undefined : toTenantId(tenant);
  const found = searchStoredUsers(mock.apis, { api: api as ApiName | undefined, tenantId, q, limit, after });
  const { users, total, next } = found;
  const refusal = total === 0 && q === undefined ? refuseUnseen(tenant, mock) : undefined;
  if (refusal) return refusal;
  const { text: mask } = createRequestMask({}, target, listSecrets(mock.options));
  const rows = users.map((user) => ({ ...user, tenant: nameTenant(user, mock.ledger) }));
  return {
    status: 200,
    body: { users: mapTexts(rows, mask) as UserRow[], total, ...(next !== undefined && { next }) },
  };
}

const usualUsers = 100;
const mostUsers = 10_000;

/** The name of a tenant that a client has named, or its id. */
function nameTenant({ api, tenantId }: StoredUser, ledger: AccountingParts['ledger']): string {
  return ledger.tenants(tenantId).find((one) => one.api === api && one.tenantId === tenantId)?.tenant ?? tenantId;
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
