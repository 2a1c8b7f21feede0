import { change, leaveOut, overlook, read, restate, when, type Rows, type Seen } from './_breakable.ts';

const finished = {
  message: '',
  data: { comment: 'finished processing', result: { newUsers: {}, conflictedUsers: {} } },
};
const lacks = (name: string): string => `must have required property '${name}'`;
const isBulk = ({ method, path }: Seen): boolean => method === 'POST' && path.endsWith('/create-bulk');
const isSingle = ({ path, body }: Seen): boolean => path.endsWith('/user') && body !== undefined;
const uses =
  (method: string) =>
  (request: Seen): boolean =>
    request.method === method;
const onUsers = (to: (users: readonly object[]) => readonly object[]) => (users: unknown) =>
  Array.isArray(users) ? to(users) : users;

/** Ways to break a Yellow.ai server, by the operation and the case that find them. */
export const yellow: Readonly<Record<string, Rows>> = {
  'listUsers: no credentials': [
    ['lets anybody in', 'got 200, expected 401', overlook('headers', 'x-api-key', 'any-key')],
    ['says 403 to strangers', 'got 403, expected 401', restate(401, 403)],
  ],
  'addUser: query bot: missing': [
    ['takes requests without a bot', 'got 200, expected 400 or 401', overlook('query', 'bot', 'x1640004486565')],
  ],
  'addUser: a new user': [['does not tell when', lacks('createdAt'), leaveOut(200, 'data.createdAt')]],
  'addUser: Accept: text/html': [
    ['sends JSON to whom wants HTML', 'got 200, expected 406 (YE-10)', overlook('headers', 'accept')],
  ],
  'addUser: body.dob: malformed': [
    ['takes wrong dates', 'got 200, expected 400', when(isSingle, overlook('body', 'dob', '1990-04-30'))],
  ],
  'addUser: body.phone: malformed': [
    ['takes wrong phones', 'got 200, expected 400', when(isSingle, overlook('body', 'phone', '919000000000'))],
  ],
  'bulkCreateUsers: required properties only': [
    [
      'has something to say',
      'message must NOT have more than 0 characters',
      when(
        isBulk,
        change(200, 'message', () => 'Ok'),
      ),
    ],
    [
      'answers no id',
      'data must match pattern',
      when(
        isBulk,
        change(200, 'data', () => 'one'),
      ),
    ],
  ],
  'bulkCreateUsers: query uponConflict: NO_SUCH_VALUE': [
    ['takes any uponConflict', 'got 200, expected 400', overlook('query', 'uponConflict')],
  ],
  'bulkCreateUsers: body.users: too many': [
    [
      'takes more than 1,000 users',
      'got 200, expected 400',
      read(
        'users',
        onUsers((users) => users.slice(0, 1000)),
      ),
    ],
  ],
  'bulkCreateUsers: body.users: missing': [
    [
      'takes users without an envelope',
      'got 200, expected 400',
      when(
        isBulk,
        read('users', (users) => users ?? [{}]),
      ),
    ],
  ],
  'bulkCreateUsers: one of two records is invalid': [
    [
      'skips bad rows',
      'got 200, expected 400 (YE-6)',
      read(
        'users',
        onUsers((users) => users.filter((user) => !('email' in user))),
      ),
    ],
    ['counts rows from 1', 'names no Row [1]', change(400, 'error', (text) => String(text).replace('[1]', '[2]'))],
    ['names no row', 'names no Row [1]', change(400, 'error', () => 'bad request')],
    ['answers errors as a list', lacks('error'), restate(400, 400, { errors: [] })],
    ['answers 422 to a bad row', 'got 422, expected 400', restate(400, 422)],
  ],
  'getBulkCreation: the result of the bulk creation': [
    [
      'does not tell who existed',
      'the bot of',
      when(
        uses('GET'),
        change(200, 'data.result.conflictedUsers', () => ({})),
      ),
    ],
    [
      'does not tell who is new',
      'is not in it',
      when(
        uses('GET'),
        change(200, 'data.result.newUsers', () => ({})),
      ),
    ],
  ],
  'getBulkCreation: an unknown bulk creation': [
    ['answers 404 to an unknown bulk creation', 'got 404, expected 400 (YE-13)', when(uses('GET'), restate(400, 404))],
    ['knows every bulk creation', 'got 200, expected 400', when(uses('GET'), restate(400, 200, finished))],
  ],
  'getUser: the user after the bulk creation': [
    [
      'keeps users when uponConflict is absent',
      'city is "Pune" instead of "Delhi" (YE-2)',
      { takes: ({ query, ...request }) => ({ ...request, query: { uponConflict: 'RETAIN_IMPORTED', ...query } }) },
    ],
    [
      'drops properties in a bulk update',
      'firstName is "none" instead of "Asha"',
      read('users.*.firstName', (name) => name ?? 'none'),
    ],
  ],
  'getUser: the user after UPDATE_EXISTING': [
    [
      'ignores UPDATE_EXISTING',
      'city is "Delhi" instead of "Agra"',
      when(
        ({ query }) => query['uponConflict'] === 'UPDATE_EXISTING',
        overlook('query', 'uponConflict', 'RETAIN_IMPORTED'),
      ),
    ],
  ],
  'getUser: the user after two records': [
    [
      'applies records in reverse',
      'city is "Goa" instead of "Surat"',
      read(
        'users',
        onUsers((users) => users.toReversed()),
      ),
    ],
  ],
  'getUser: the user after RETAIN_IMPORTED': [
    ['overwrites with RETAIN_IMPORTED', 'city is "Kochi" instead of "Surat"', overlook('query', 'uponConflict')],
  ],
  'getUser: the user that was added': [
    [
      'answers plain values',
      'city must be object',
      when(
        uses('GET'),
        change(200, 'data.city', () => 'Pune'),
      ),
    ],
    [
      'has types of its own',
      'must be equal to',
      when(
        uses('GET'),
        change(200, 'data.city.propertyType', () => 'Standard'),
      ),
    ],
  ],
  'getUser: one property of the user': [
    ['ignores properties', 'firstName is "Asha" instead of missing', overlook('query', 'properties')],
  ],
  'getUser: all properties of the user': [
    ['ignores allProperties', 'contractCheck is missing instead of "Custom"', overlook('query', 'allProperties')],
    [
      'calls all properties System',
      'contractCheck is "System" instead of "Custom"',
      when(
        ({ query }) => 'allProperties' in query,
        change(200, 'data.contractCheck.propertyType', () => 'System'),
      ),
    ],
  ],
  'getUser: the user after the update': [
    ['ignores updates', 'city is "Pune" instead of "Delhi"', when(uses('PUT'), overlook('body', 'city'))],
    ['drops properties in an update', 'firstName is "none"', when(uses('PUT'), overlook('body', 'firstName', 'none'))],
  ],
  'getUser: the user after its deletion': [
    [
      'deletes nobody',
      'got 200, expected 404',
      when(uses('DELETE'), {
        takes: (request) => ({ ...request, method: 'GET' }),
        answers: (given) => ({ ...given, body: { message: 'Deleted', data: { userId: 'vf-mock-contract-3' } } }),
      }),
    ],
  ],
  'getUser: a user that does not exist': [['knows everybody', 'got 200, expected 404', restate(404, 200)]],
  'updateUser: a user that was deleted': [
    ['creates users that are updated', 'got 200, expected 404', restate(404, 200, { message: '', data: {} }, 'PUT')],
  ],
  'deleteUser: the user': [
    [
      'tells the id of another user',
      'data.userId is "other"',
      when(
        uses('DELETE'),
        change(200, 'data.userId', () => 'other'),
      ),
    ],
  ],
  'deleteUser: the user again': [
    ['deletes twice', 'got 200, expected 404', restate(404, 200, { message: '', data: { userId: 'x' } }, 'DELETE')],
  ],
  'listUsers: at most one of these users': [
    ['lists all users', 'the list has 2 items', when(({ path }) => path.endsWith('/user'), overlook('query', 'limit'))],
  ],
  'listEvents: the events of its user': [
    ['loses events', 'is not among them', change(200, 'data', (data) => (Array.isArray(data) ? [] : data))],
  ],
  'listEvents: the events of another name': [['ignores eventName', 'is among them', overlook('query', 'eventName')]],
  'listEvents: at most one event': [['lists all events', 'the list has 2 items', overlook('query', 'limit')]],
  'createEvent: an event': [
    [
      'says nothing about the event',
      lacks('id'),
      when(
        ({ path }) => path.endsWith('/event'),
        change(200, 'data', () => ({})),
      ),
    ],
  ],
};
