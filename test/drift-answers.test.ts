import { expect, test } from 'vitest';
import { at, push, tellEdit, type Row } from './_drift.ts';

const bulk = 'paths /api/v1/users/bulk post';
const stored = 'components schemas Event';
const status = 'components schemas BulkCreation properties';

/** An exclamation mark marks a change that may break a client of our document. */
const rows: readonly Row[] = [
  [
    'a success has another status',
    'vibefollow',
    (all) => {
      const { 200: success, ...others } = at(all, `${bulk} responses`);
      at(all, bulk)['responses'] = { 202: success, ...others };
    },
    '! POST /api/v1/users/bulk: 200 removed',
    'POST /api/v1/users/bulk: 202 added',
  ],
  [
    'a failure is no more',
    'vibefollow',
    (all) => delete at(all, `${bulk} responses`)['403'],
    'POST /api/v1/users/bulk: 403 removed',
  ],
  [
    'a body is removed',
    'yellow',
    (all) => delete at(all, 'components responses NotFound')['content'],
    '! GET /cdp/api/v1/user/{userId}: 404 body removed',
    '! PUT /cdp/api/v1/user/{userId}: 404 body removed',
    '! DELETE /cdp/api/v1/user/{userId}: 404 body removed',
  ],
  [
    'a body is no more JSON',
    'yellow',
    (all) => (at(all, `paths /cdp/api/v1/event get responses 200`)['content'] = { 'text/csv': {} }),
    '! GET /cdp/api/v1/event: 200 body media type application/json -> text/csv',
  ],
  [
    'a header is removed',
    'vibefollow',
    (all) => (at(all, `${bulk} responses`)['503'] = { ...at(all, 'components responses Unavailable'), headers: {} }),
    '! POST /api/v1/users/bulk: 503 header.Retry-After removed',
  ],
  [
    'a header is added',
    'vibefollow',
    (all) =>
      (at(all, `${bulk} responses`)['403'] = { ...at(all, 'components responses Forbidden'), headers: { Via: {} } }),
    'POST /api/v1/users/bulk: 403 header.Via added',
  ],
  [
    'a field is removed',
    'vibefollow',
    (all) => delete at(all, 'components schemas RecordError properties')['field'],
    '! POST /api/v1/users/bulk: 200.data.errors[].field removed',
    '! POST /api/v1/events/bulk: 200.data.errors[].field removed',
  ],
  [
    'a field is only sent',
    'yellow',
    (all) => (at(all, `${stored} properties source`)['writeOnly'] = true),
    '! POST /cdp/api/v1/event: 200.data.source removed',
    '! GET /cdp/api/v1/event: 200.data[].source removed',
  ],
  [
    'a field becomes optional',
    'vibefollow',
    (all) => (at(all, 'components schemas BulkResult')['required'] = ['data']),
    '! POST /api/v1/users/bulk: 200.meta required -> optional',
    '! POST /api/v1/events/bulk: 200.meta required -> optional',
  ],
  [
    'a field becomes required',
    'yellow',
    (all) => push(at(all, stored), 'required', 'source'),
    'POST /cdp/api/v1/event: 200.data.source optional -> required',
    'GET /cdp/api/v1/event: 200.data[].source optional -> required',
  ],
  [
    'a field is added',
    'yellow',
    (all) => (at(all, status)['startedAt'] = { type: 'string' }),
    'GET /cdp/api/v1/user/create-bulk: 200.data.startedAt added',
  ],
  [
    'other fields may be of a further type',
    'yellow',
    (all) =>
      (at(all, `${status} result properties`)['newUsers'] = { additionalProperties: { type: ['string', 'null'] } }),
    '! GET /cdp/api/v1/user/create-bulk: 200.data.result.newUsers.* type string -> null or string',
  ],
  [
    'other fields come no more',
    'yellow',
    (all) => (at(all, `${status} result`)['additionalProperties'] = false),
    'GET /cdp/api/v1/user/create-bulk: 200.data.result additionalProperties true -> false',
  ],
  [
    'a type is another',
    'yellow',
    (all) => (at(all, status)['comment'] = { type: 'integer' }),
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment type string -> integer',
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment enum ["processing","finished processing"] -> none',
  ],
  [
    'no value is possible',
    'yellow',
    (all) => (at(all, `${status} comment`)['type'] = 'integer'),
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment type string -> none',
  ],
  [
    'a number may have a fraction',
    'vibefollow',
    (all) => (at(all, 'components schemas RecordError properties index')['type'] = 'number'),
    '! POST /api/v1/users/bulk: 200.data.errors[].index type integer -> number',
    '! POST /api/v1/events/bulk: 200.data.errors[].index type integer -> number',
  ],
  [
    'anything may come',
    'yellow',
    (all) => (at(all, status)['comment'] = {}),
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment type string -> any',
  ],
  [
    'a value is added',
    'yellow',
    (all) => push(at(all, `${status} comment`), 'enum', 'failed'),
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment enum value failed added',
  ],
  [
    'a value is removed',
    'yellow',
    (all) => (at(all, `${status} comment`)['enum'] = ['processing']),
    'GET /cdp/api/v1/user/create-bulk: 200.data.comment enum value finished processing removed',
  ],
  [
    'any value may come',
    'yellow',
    (all) => delete at(all, `${status} comment`)['enum'],
    '! GET /cdp/api/v1/user/create-bulk: 200.data.comment enum ["processing","finished processing"] -> none',
  ],
  [
    'a lower limit is lowered',
    'vibefollow',
    (all) => (at(all, 'components schemas BulkResult properties meta properties received')['minimum'] = 0),
    '! POST /api/v1/users/bulk: 200.meta.received minimum 1 -> 0',
    '! POST /api/v1/events/bulk: 200.meta.received minimum 1 -> 0',
  ],
  [
    'an upper limit is set',
    'vibefollow',
    (all) => (at(all, 'components schemas BulkResult properties meta properties received')['maximum'] = 1000),
    'POST /api/v1/users/bulk: 200.meta.received maximum none -> 1000',
    'POST /api/v1/events/bulk: 200.meta.received maximum none -> 1000',
  ],
  [
    'a format is another',
    'yellow',
    (all) => (at(all, `${stored} properties createdAt`)['format'] = 'date'),
    '! POST /cdp/api/v1/event: 200.data.createdAt format date-time -> date',
    '! GET /cdp/api/v1/event: 200.data[].createdAt format date-time -> date',
  ],
];

test.each(rows)('of an answer it is told that %s', (...row) => {
  const [, api, edit, ...told] = row as unknown as Row;
  expect(tellEdit(api, edit)).toEqual(told);
});

const security = 'paths /cdp/api/v1/event get';

test.each([
  [
    'another header',
    [{ other: [] }, { apiKey: [] }, { bearer: [] }],
    '! GET /cdp/api/v1/event: security scheme header X-Auth-Token removed',
    'GET /cdp/api/v1/event: security scheme query token added',
  ],
  ['a scheme of another name', [{ sameHeader: [] }, { apiKey: [] }, { bearer: [] }]],
  [
    'several keys at once',
    [{ authToken: [], apiKey: [] }, { bearer: [] }],
    '! GET /cdp/api/v1/event: security scheme header X-Auth-Token removed',
    '! GET /cdp/api/v1/event: security scheme header x-api-key removed',
    'GET /cdp/api/v1/event: security scheme header X-Auth-Token and header x-api-key added',
  ],
  [
    'no key',
    [],
    'GET /cdp/api/v1/event: security scheme header X-Auth-Token removed',
    'GET /cdp/api/v1/event: security scheme header x-api-key removed',
    'GET /cdp/api/v1/event: security scheme http bearer removed',
  ],
] as const)('%s for an operation is judged by what a client sends', (_what, requirements, ...told) => {
  const edit = (all: Parameters<Row[2]>[0]): void => {
    Object.assign(at(all, 'components securitySchemes'), {
      other: { type: 'apiKey', in: 'query', name: 'token' },
      sameHeader: { type: 'apiKey', in: 'header', name: 'x-auth-token' },
    });
    at(all, security)['security'] = requirements;
  };
  expect(tellEdit('yellow', edit)).toEqual(told);
});
