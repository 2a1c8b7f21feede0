import { change, leaveOut, overlook, read, restate, when, type Rows } from './_breakable.ts';

const refusal = { errors: [{ code: 'validation_failed', message: 'no' }] };
const nothing = { data: { accepted: 0, rejected: 0, errors: [] }, meta: { received: 0 } };
const key = `Bearer sk_test_${'0'.repeat(32)}`;
const counts = 'accepted, rejected, indexes of errors and received are';
const cut = (length: number) => (list: unknown) => (Array.isArray(list) ? list.slice(0, length) : list);
const lacks = (name: string): string => `must have required property '${name}'`;

/** Ways to break a VibeFollow server, by the operation and the case that find them. */
export const vibefollow: Readonly<Record<string, Rows>> = {
  'upsertUser: no credentials': [
    ['lets anybody in', 'got 202, expected 401', overlook('headers', 'authorization', key)],
    ['says 403 to strangers', 'got 403, expected 401', restate(401, 403)],
    ['has another code for strangers', 'the code is forbidden', change(401, 'errors.*.code', () => 'forbidden')],
    ['answers errors as one text', lacks('errors'), restate(401, 401, { error: 'no' })],
    ['gives errors no message', lacks('message'), leaveOut(401, 'errors.*.message')],
    ['gives errors no code', lacks('code'), leaveOut(401, 'errors.*.code')],
  ],
  'upsertUser: required properties only': [
    ['answers 200 to one user', 'got 200, expected 202', restate(202, 200)],
    ['fails', 'got 500, expected 202', restate(202, 500)],
    [
      'requires keys',
      'got 422, expected 202 (VF-2)',
      when(({ headers }) => headers['idempotency-key'] === undefined, restate(202, 422, refusal)),
    ],
  ],
  'upsertUser: all documented properties': [
    ['answers without data', lacks('data'), leaveOut(202, 'data')],
    ['has accepted as text', 'data.accepted must be', change(202, 'data.accepted', String)],
    ['answers a list', 'Response body must be object', restate(202, 202, [])],
    [
      'refuses traits',
      'got 422, expected 202',
      when(({ body }) => JSON.stringify(body).includes('traits'), restate(202, 422, refusal)),
    ],
  ],
  'upsertUser: Content-Type: text/plain': [
    ['takes text for JSON', 'got 202, expected 400', overlook('headers', 'content-type', 'application/json')],
  ],
  'upsertUser: body.email: malformed': [
    ['takes malformed e-mail addresses', 'got 202, expected 422', overlook('body', 'email', 'ada@example.com')],
    ['answers 400 to a bad user', 'got 400, expected 422', restate(422, 400)],
  ],
  'upsertUser: body.external_user_id: missing': [
    ['takes users without an id', 'got 202, expected 422', overlook('body', 'external_user_id', 'someone')],
  ],
  'upsertUser: body.traits: another type': [
    ['takes lists as traits', 'got 202, expected 422', overlook('body', 'traits', {})],
  ],
  'trackEvent: body.name: missing': [
    ['takes events without a name', 'got 202, expected 422', overlook('body', 'name', 'user_signed_up')],
  ],
  'trackEvent: header Idempotency-Key': [
    [
      'takes any key',
      'got 202, expected 400 or 422',
      when(({ headers }) => headers['idempotency-key'] === 'no such form', overlook('headers', 'idempotency-key')),
    ],
  ],
  'upsertUser: another request with the same key': [
    ['forgets keys', 'got 202, expected 422 or 409', overlook('headers', 'idempotency-key')],
    [
      'has another code for a used key',
      'the code is validation_failed instead of idempotency_key_reuse',
      change(422, 'errors.*.code', () => 'validation_failed'),
    ],
  ],
  'batchTrackEvents: body.events[0].name: too short': [
    ['stores the good part of a batch', 'got 202, expected 422', overlook('body', 'events.*.name', 'user_signed_up')],
  ],
  'batchTrackEvents: body.events: too many': [
    ['takes batches of any length', 'got 202, expected 422', read('events', cut(500))],
  ],
  'bulkUpsertUsers: one of three records is invalid': [
    ['refuses a chunk for one record', 'got 422, expected 200', restate(200, 422, refusal)],
    [
      'counts a bad record as accepted',
      counts,
      read('users', (users) =>
        Array.isArray(users) ? users.map((user: object) => ({ ...user, external_user_id: 'someone' })) : users,
      ),
    ],
    ['counts only good records as received', counts, change(200, 'meta.received', (count) => Number(count) - 1)],
    ['does not list bad records', counts, change(200, 'data.errors', () => [])],
    ['counts records from 1', counts, change(200, 'data.errors.*.index', (index) => Number(index) + 1)],
    ['has codes of its own for records', 'must be equal to', change(200, 'data.errors.*.code', () => 'invalid')],
    ['gives bad records no message', lacks('message'), leaveOut(200, 'data.errors.*.message')],
  ],
  'bulkTrackEvents: two of four records are invalid': [
    ['lists one bad event at most', counts, change(200, 'data.errors', cut(1))],
  ],
  'bulkTrackEvents: the same event twice': [
    [
      'rejects an event that it knows',
      `${counts} 1,1,[1],2 instead of 2,0,[],2 (VF-12)`,
      read('events', (events) =>
        Array.isArray(events) ? events.map((event: unknown, at) => (at === 0 ? event : null)) : events,
      ),
    ],
  ],
  'bulkTrackEvents: the field of an invalid timestamp': [
    [
      'names the field of a timestamp',
      'the error has the field "timestamp" instead of none (VF-13)',
      change(200, 'data.errors.*.field', () => 'timestamp'),
    ],
  ],
  'trackEvent: body.timestamp: malformed': [
    ['ignores timestamps', 'got 202, expected 422 (VF-14)', overlook('body', 'timestamp')],
  ],
  'trackEvent: the event name identify': [
    [
      'reserves names',
      'got 422, expected 202 (VF-15)',
      when(({ body }) => JSON.stringify(body).includes('identify'), restate(202, 422, refusal)),
    ],
  ],
  'upsertUser: email: null': [
    ['takes null for a user without e-mail', 'got 202, expected 422 (VF-16)', overlook('body', 'email')],
  ],
  'bulkUpsertUsers: email: null': [
    ['takes null for users without e-mail', '(VF-16)', overlook('body', 'users.*.email')],
  ],
  'bulkUpsertUsers: the same user twice': [
    [
      'merges the same user',
      counts,
      read('users', (users) =>
        JSON.stringify(users).includes('contract-1') ? (users as unknown[]).slice(0, 1) : users,
      ),
    ],
  ],
  'bulkUpsertUsers: body.users: too many': [
    ['takes more than 1,000 users', 'got 200, expected 400', read('users', cut(1000))],
  ],
  'bulkUpsertUsers: body.users: empty': [
    [
      'takes empty chunks',
      'got 200, expected 400',
      when(({ body }) => JSON.stringify(body) === '{"users":[]}', restate(400, 200, nothing)),
    ],
  ],
  'bulkUpsertUsers: body.users: missing': [
    ['answers 422 to a wrong envelope', 'got 422, expected 400', restate(400, 422)],
  ],
  'bulkUpsertUsers: all documented properties': [
    ['answers without meta', lacks('meta'), leaveOut(200, 'meta')],
    ['answers 207', 'got 207, expected 200', restate(200, 207)],
  ],
};
