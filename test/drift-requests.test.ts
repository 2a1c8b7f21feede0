import { expect, test } from 'vitest';
import { at, push, tellEdit, type Row } from './_drift.ts';

const users = 'paths /api/v1/users/bulk post requestBody content application/json schema properties users';
const record = 'components schemas UserRecord';
const event = 'components schemas EventRecord';
const source = `${event} properties source`;
const create = 'paths /cdp/api/v1/user/create-bulk post';
const list = 'paths /cdp/api/v1/user get';

/** An exclamation mark marks a change that may break a client of our document. */
const rows: readonly Row[] = [
  [
    'an operation is removed',
    'vibefollow',
    (all) => delete at(all, 'paths')['/api/v1/users/bulk'],
    '! POST /api/v1/users/bulk: operation removed',
  ],
  [
    'an operation is added',
    'vibefollow',
    (all) => (at(all, 'paths /api/v1/users')['delete'] = { responses: {} }),
    'DELETE /api/v1/users: operation added',
  ],
  [
    'an operation is deprecated',
    'yellow',
    (all) => (at(all, list)['deprecated'] = true),
    'GET /cdp/api/v1/user: operation deprecated false -> true',
  ],
  [
    'a parameter is removed',
    'yellow',
    (all) => (at(all, create)['parameters'] = [{ $ref: '#/components/parameters/Bot' }]),
    '! POST /cdp/api/v1/user/create-bulk: query.uponConflict removed',
  ],
  [
    'a parameter is added and required',
    'yellow',
    (all) => push(at(all, list), 'parameters', { name: 'sort', in: 'query', required: true, schema: {} }),
    '! GET /cdp/api/v1/user: query.sort added, required',
  ],
  [
    'a parameter is added',
    'yellow',
    (all) => push(at(all, list), 'parameters', { name: 'sort', in: 'query', schema: {} }),
    'GET /cdp/api/v1/user: query.sort added, optional',
  ],
  [
    'a parameter becomes required',
    'yellow',
    (all) => (at(all, `${create} parameters 1`)['required'] = true),
    '! POST /cdp/api/v1/user/create-bulk: query.uponConflict optional -> required',
  ],
  [
    'a parameter becomes optional',
    'yellow',
    (all) => (at(all, 'paths /cdp/api/v1/event get parameters 1')['required'] = false),
    'GET /cdp/api/v1/event: query.userId required -> optional',
  ],
  [
    'a parameter means another value when it is left out',
    'yellow',
    (all) => (at(all, `${list} parameters 2 schema`)['default'] = 50),
    '! GET /cdp/api/v1/user: query.limit default 100 -> 50',
  ],
  [
    'a parameter has a default no more',
    'yellow',
    (all) => delete at(all, `${list} parameters 2 schema`)['default'],
    'GET /cdp/api/v1/user: query.limit default 100 -> none',
  ],
  [
    'a list in the query is written in another way',
    'yellow',
    (all) => (at(all, 'components parameters Properties')['explode'] = true),
    '! GET /cdp/api/v1/user: query.properties style form, not exploded -> form, exploded',
    '! GET /cdp/api/v1/user/{userId}: query.properties style form, not exploded -> form, exploded',
  ],
  [
    'a header is required',
    'vibefollow',
    (all) => {
      const { IdempotencyKey } = at(all, 'components parameters');
      at(all, 'paths /api/v1/users post')['parameters'] = [{ ...(IdempotencyKey as object), required: true }];
    },
    '! POST /api/v1/users: header.Idempotency-Key optional -> required',
  ],
  [
    'a field is removed',
    'vibefollow',
    (all) => delete at(all, `${record} properties`)['email'],
    '! POST /api/v1/users: body.email removed',
    '! POST /api/v1/users/bulk: body.users[].email removed',
  ],
  [
    'a field is left to the server',
    'vibefollow',
    (all) => (at(all, `${record} properties email`)['readOnly'] = true),
    '! POST /api/v1/users: body.email removed',
    '! POST /api/v1/users/bulk: body.users[].email removed',
  ],
  [
    'a field becomes required',
    'yellow',
    (all) => push(at(all, event), 'required', 'source'),
    '! POST /cdp/api/v1/event: body.source optional -> required',
  ],
  [
    'a field becomes optional',
    'yellow',
    (all) => (at(all, event)['required'] = ['userId']),
    'POST /cdp/api/v1/event: body.eventName required -> optional',
  ],
  [
    'a field is added and required',
    'yellow',
    (all) => push(at(all, event), 'required', 'region'),
    '! POST /cdp/api/v1/event: body.region added, required',
  ],
  [
    'a field is added',
    'yellow',
    (all) => (at(all, `${event} properties`)['region'] = {}),
    'POST /cdp/api/v1/event: body.region added, optional',
  ],
  [
    'other fields are refused',
    'yellow',
    (all) => (at(all, event)['additionalProperties'] = false),
    '! POST /cdp/api/v1/event: body additionalProperties true -> false',
  ],
  [
    'a type is another',
    'yellow',
    (all) => (at(all, source)['type'] = 'object'),
    '! POST /cdp/api/v1/event: body.source type string -> object',
  ],
  [
    'a further type is taken',
    'yellow',
    (all) => (at(all, source)['type'] = ['null', 'string']),
    'POST /cdp/api/v1/event: body.source type string -> null or string',
  ],
  [
    'one type is taken where any was',
    'yellow',
    (all) => (at(all, `${event} properties payload`)['additionalProperties'] = { type: 'object', required: ['id'] }),
    '! POST /cdp/api/v1/event: body.payload.* type any -> object',
  ],
  [
    'a value is removed',
    'yellow',
    (all) => (at(all, `${create} parameters 1 schema`)['enum'] = ['UPDATE_EXISTING']),
    '! POST /cdp/api/v1/user/create-bulk: query.uponConflict enum value RETAIN_IMPORTED removed',
  ],
  [
    'a value is added',
    'yellow',
    (all) => push(at(all, `${create} parameters 1 schema`), 'enum', 'REPLACE'),
    'POST /cdp/api/v1/user/create-bulk: query.uponConflict enum value REPLACE added',
  ],
  [
    'only some values are taken',
    'yellow',
    (all) => (at(all, source)['enum'] = ['shop', 'app']),
    '! POST /cdp/api/v1/event: body.source enum none -> ["shop","app"]',
  ],
  [
    'any value is taken',
    'yellow',
    (all) => delete at(all, `${create} parameters 1 schema`)['enum'],
    'POST /cdp/api/v1/user/create-bulk: query.uponConflict enum ["UPDATE_EXISTING","RETAIN_IMPORTED"] -> none',
  ],
  [
    'an upper limit is lowered',
    'vibefollow',
    (all) => (at(all, users)['maxItems'] = 500),
    '! POST /api/v1/users/bulk: body.users maxItems 1000 -> 500',
  ],
  [
    'an upper limit is raised',
    'vibefollow',
    (all) => (at(all, users)['maxItems'] = 2000),
    'POST /api/v1/users/bulk: body.users maxItems 1000 -> 2000',
  ],
  [
    'a lower limit is lifted',
    'vibefollow',
    (all) => delete at(all, users)['minItems'],
    'POST /api/v1/users/bulk: body.users minItems 1 -> none',
  ],
  [
    'a lower limit is raised',
    'yellow',
    (all) => (at(all, `${list} parameters 2 schema`)['minimum'] = 10),
    '! GET /cdp/api/v1/user: query.limit minimum 1 -> 10',
  ],
  [
    'a limit is set',
    'yellow',
    (all) => (at(all, source)['maxLength'] = 64),
    '! POST /cdp/api/v1/event: body.source maxLength none -> 64',
  ],
  [
    'a pattern is set',
    'yellow',
    (all) => (at(all, source)['pattern'] = '^[a-z]+$'),
    '! POST /cdp/api/v1/event: body.source pattern none -> ^[a-z]+$',
  ],
  [
    'a format is another',
    'yellow',
    (all) => (at(all, `${record} properties dob`)['format'] = 'date-time'),
    '! POST /cdp/api/v1/user/create-bulk: body.users[].dob format date -> date-time',
    '! POST /cdp/api/v1/user: body.dob format date -> date-time',
    '! PUT /cdp/api/v1/user/{userId}: body.dob format date -> date-time',
    '! POST /cdp/api/v1/event: body.userProperties.dob format date -> date-time',
  ],
  [
    'one of two fields must be there',
    'yellow',
    (all) => (at(all, event)['anyOf'] = [{ required: ['source'] }, { required: ['payload'] }]),
    '! POST /cdp/api/v1/event: body anyOf none -> [{type object; required payload}, {type object; required source}]',
  ],
  [
    'a body is no more JSON',
    'yellow',
    (all) => (at(all, `${create} requestBody`)['content'] = { 'text/csv': {} }),
    '! POST /cdp/api/v1/user/create-bulk: body media type application/json -> text/csv',
  ],
  [
    'a body is removed',
    'yellow',
    (all) => delete at(all, create)['requestBody'],
    '! POST /cdp/api/v1/user/create-bulk: body removed',
  ],
  [
    'a body is added',
    'yellow',
    (all) => (at(all, list)['requestBody'] = { content: { 'application/json': {} } }),
    'GET /cdp/api/v1/user: body added, optional',
  ],
];

test.each(rows)('of a request it is told that %s', (...row) => {
  const [, api, edit, ...told] = row as unknown as Row;
  expect(tellEdit(api, edit)).toEqual(told);
});
