import { checkContentCoding } from '../http/content-coding.ts';
import { checkBodySize, parseJsonBody } from '../http/json-body.ts';
import type { MockRequest } from '../http/request.ts';
import { parseUrl, toTargetBeneath } from '../http/url.ts';
import { inspectRequest } from '../openapi/inspect-request.ts';
import { findRoute, refuseOutside, type FoundOperation } from '../openapi/router.ts';
import { toDigests } from './digests.ts';
import type { Api } from './api.ts';
import { readBody } from './record-reading.ts';
import { countRecords, recordIdsIn } from './records.ts';
import type { Arrival, ParsedRequest } from './request.ts';

/** Maximum number of names and positions in the paths of rounded numbers. */
const maxSteps = 50_000;

/** Numbers a request, and finds its operation. `isStrict` allows no slash at the end of a path. */
export function receiveRequest(request: MockRequest, number: number, now: number, isStrict = false): Arrival {
  const { method, url, basePath = '' } = request;
  const whole = parseUrl(url);
  const beneath = toTargetBeneath(basePath, whole);
  const route = beneath ? findRoute(method, beneath, isStrict) : refuseOutside(method, whole, basePath);
  const at = Math.min(request.receivedAt ?? now, now);
  return Object.freeze({ number, at, request, target: beneath ?? whole, route });
}

/**
 * Reads a request for its operation. A body over `bodyLimit` bytes is refused, not parsed. All but the JSON of the body is
 * frozen, since freezing thousands of records would take longer than reading them.
 */
export function parseRequest(
  { request, target }: Arrival,
  { operation, params }: FoundOperation,
  { identify, reading, recordIdOf }: Pick<Api, 'identify' | 'reading' | 'recordIdOf'>,
  bodyLimit: number,
): ParsedRequest {
  const { headers, body: rawBody = '' } = request;
  const { query } = target;
  const coded = operation.hasBody ? checkContentCoding(headers) : undefined;
  const refusal = coded ?? checkBodySize(headers, rawBody, bodyLimit);
  const none = { value: undefined, rounded: [] };
  const read = refusal ? { refusal } : operation.hasBody ? parseJsonBody(headers, rawBody, undefined, maxSteps) : none;
  const { value, rounded } = 'value' in read ? read : none;
  const body = readBody(operation, value, reading);
  const tenant = Object.freeze(identify({ headers, query }));
  const recordParams = toRecordParams(params, (id) => recordIdOf(tenant.id, id));
  // Two requests with different ids of one record say the same of it. A read may ask by one of them only.
  const said = operation.records ? recordParams : params;
  return Object.freeze({
    operation,
    params: Object.freeze(params),
    recordParams,
    query: Object.freeze(query),
    headers,
    tenant,
    body,
    reading,
    rawBody,
    ...('refusal' in read && { bodyRefusal: read.refusal }),
    rounded,
    ...toDigests({ operation, params: said, query, body, rawBody, rounded }),
    records: countRecords(operation, params, body),
    recordIds: Object.freeze(recordIdsIn(operation, recordParams, body)),
    inspection: inspectRequest(operation.id, { params, query, headers, body }),
  });
}

function toRecordParams(params: ParsedRequest['params'], toRecordId: (id: string) => string): ParsedRequest['params'] {
  return Object.freeze(Object.fromEntries(Object.entries(params).map(([name, id]) => [name, toRecordId(id)])));
}
