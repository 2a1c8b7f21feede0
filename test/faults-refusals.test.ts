import { expect, test } from 'vitest';
import { createMock, type FaultRule } from 'vf-mock';
import { open } from './_setup.ts';

const fault = { status: 503 };
const operations =
  'upsertUser, bulkUpsertUsers, trackEvent, batchTrackEvents, bulkTrackEvents, bulkCreateUsers, getBulkCreation, ' +
  'addUser, listUsers, getUser, updateUser, deleteUser, createEvent, listEvents';
const ordinals = 'a number, a list of numbers, or one of the texts "2", "1,3", "<2", "<=2", ">4", ">=4" and "2-5"';
const kinds = 'status, reset, hang, truncate, garbage, delay, slow';
const applied =
  '`true`: the work is done, then the answer is lost. A number: only this number of records is stored. `false`, the ' +
  'default: nothing is done';
const retryAfter =
  'Value of `Retry-After`: a number of seconds, or any text that a header can carry, valid or not: at most 1000 visible ' +
  'ASCII characters, with spaces and tabs between them. `{ date }` sends an HTTP date. It is that number of seconds ' +
  "after now on the mock's clock, rounded up. By default there is no header";

/** A wrong rule, the place of the mistake, and the message. */
const refused: readonly (readonly [rule: unknown, place: string, text: string])[] = [
  [{ fault: { kind: 'tiemout' } }, 'fault', `: unknown kind "tiemout". Use one of ${kinds}`],
  [{ fault: { kind: 5 } }, 'fault', `: unknown kind "5". Use one of ${kinds}`],
  [{ fault: {} }, 'fault', `: it needs a status or a kind. Use one of ${kinds}`],
  [{ fault: null }, 'fault', `: it needs a status or a kind. Use one of ${kinds}`],
  [{ fault: 'reset' }, 'fault', `: it needs a status or a kind. Use one of ${kinds}`],
  [{ fault: { kind: 'status' } }, 'fault', ' is {"kind":"status"}: status is required'],
  [{ fault: { status: 399 } }, 'fault.status', ' is 399; it must be 400 or more'],
  [{ fault: { status: 600 } }, 'fault.status', ' is 600; it must be 599 or less'],
  [{ fault: { status: '503' } }, 'fault.status', ' is "503"; it must be an integer'],
  [{ fault: { status: 503, code: 'No!' } }, 'fault.code', ' is "No!", which is not of the form ^[a-z][a-z0-9_]*$'],
  [{ fault: { status: 503, retryAfter: {} } }, 'fault.retryAfter', ` is {}, which is not this: ${retryAfter}`],
  [
    { fault: { status: 503, retryAfter: { date: -1 } } },
    'fault.retryAfter',
    ` is {"date":-1}, which is not this: ${retryAfter}`,
  ],
  [{ fault: { kind: 'reset', applied: 0 } }, 'fault.applied', ` is 0, which is not this: ${applied}`],
  [{ fault: { kind: 'reset', applied: 'yes' } }, 'fault.applied', ` is "yes", which is not this: ${applied}`],
  [{ fault: { kind: 'garbage', status: 500 } }, 'fault.status', ' is 500; it must be one of 200, 502, 503'],
  [{ fault: { kind: 'delay' } }, 'fault', ' is {"kind":"delay"}: ms is required'],
  [{ fault: { kind: 'delay', ms: -1 } }, 'fault.ms', ' is -1; it must be 0 or more'],
  [{ fault: { kind: 'delay', ms: 1, applied: 2 } }, 'fault.applied', ' is 2; it must be a boolean'],
  [{ fault: { kind: 'slow', ms: '1s' } }, 'fault.ms', ' is "1s"; it must be a number'],
  [{ fault: { kind: 'slow', ms: 1, applied: false } }, 'fault.applied', ' is false; it must be true'],
  [{ fault, on: { api: 'green' } }, 'on.api', ' is "green"; it must be one of vibefollow, yellow'],
  [
    { fault, on: { operation: 'upsertUsers' } },
    'on.operation',
    ` is "upsertUsers". Did you mean "upsertUser"? Use one of ${operations}`,
  ],
  [
    { fault: { conection: 'reset' } },
    'fault',
    `: it has "conection", but it needs a status or a kind. Use one of ${kinds}`,
  ],
  [{ fault, on: { tenant: '' } }, 'on.tenant', ' is ""; it must be at least 1 character'],
  [{ fault, on: { record: 7 } }, 'on.record', ' is 7; it must be a string'],
  [{ fault, on: { attempt: 0 } }, 'on.attempt', ` is 0, which is not this: ${ordinals}`],
  [{ fault, on: { attempt: [] } }, 'on.attempt', ` is [], which is not this: ${ordinals}`],
  [{ fault, on: { attempt: '=2' } }, 'on.attempt', ` is "=2", which is not this: ${ordinals}`],
  [{ fault, on: { call: 1.5 } }, 'on.call', ` is 1.5, which is not this: ${ordinals}`],
  [{ fault, on: { chance: 1.1 } }, 'on.chance', ' is 1.1; it must be 1 or less'],
  [{ fault, on: { chance: -0.1 } }, 'on.chance', ' is -0.1; it must be 0 or more'],
  [{ fault, times: 0 }, 'times', ' is 0; it must be 1 or more'],
  [{ fault, id: '' }, 'id', ' is ""; it must be at least 1 character'],
];

test('an operation of another API is refused', () => {
  const add = (): unknown => createMock().faults.add({ fault, on: { api: 'yellow', operation: 'upsertUser' } });
  expect(add).toThrow('Failed to add a fault: on.operation is "upsertUser", which is no operation of yellow.');
});

test.each([
  // A header carries none of these to every client as it is. Outer white space is lost.
  ...['日本', 'é', '1\r\nX: 1', '1\n', '\u0000', '\u007f', '\ud800', ' 1', '1\t', 'x'.repeat(1001)],
  // No HTTP date is so far away.
  ...[{ date: 1e300 }, { date: 8.64e12 }, { date: Infinity }, { date: NaN }, NaN, -Infinity],
])('a Retry-After that no header can carry is refused: %j', async (retryAfter) => {
  const rule: FaultRule = { fault: { status: 503, retryAfter } };
  const { mock, send } = await open();
  expect(() => mock.faults.add(rule)).toThrow(/^Failed to add a fault: fault\.retryAfter is /);
  expect(() => createMock({ faults: [rule] })).toThrow(/^Failed to create a mock: faults\[0\]\.fault\.retryAfter is /);
  // JSON has no NaN, and no infinite number.
  const answer = await send('/__admin/faults', { method: 'POST', body: JSON.stringify(rule).replace('null', '[]') });
  expect([answer.status, mock.faults.list()]).toEqual([400, []]);
});

test.each(refused)('the rule %j is refused', (rule, place, text) => {
  const mock = createMock();
  expect(messageOf(() => mock.faults.add(rule as FaultRule))).toBe(`Failed to add a fault: ${place}${text}.`);
  expect(messageOf(() => createMock({ faults: [{ fault: { kind: 'reset' } }, rule as FaultRule] }))).toBe(
    `Failed to create a mock: faults[1].${place}${text}.`,
  );
  expect(mock.faults.list()).toEqual([]);
});

test.each([
  [
    { fault: { status: 503, retryafter: 1 } },
    'fault.retryafter',
    'retryAfter',
    'kind, status, code, retryAfter, applied',
  ],
  [{ fault: { kind: 'reset', status: 503 } }, 'fault.status', undefined, 'kind, applied'],
  [{ fault: { kind: 'hang', ms: 1 } }, 'fault.ms', undefined, 'kind, applied'],
  [
    { fault, on: { operatoin: 'x' } },
    'on.operatoin',
    'operation',
    'api, operation, tenant, attempt, call, record, chance',
  ],
  [{ fault, time: 1 }, 'time', 'times', 'id, on, fault, times'],
])('the rule %j has an unknown field', (rule, name, meant, allowed) => {
  const text = (place: string): string =>
    `unknown option "${place}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} Use one of ${allowed}.`;
  expect(messageOf(() => createMock().faults.add(rule as FaultRule))).toBe(`Failed to add a fault: ${text(name)}`);
  expect(messageOf(() => createMock({ faults: [rule as FaultRule] }))).toBe(
    `Failed to create a mock: ${text(`faults[0].${name}`)}`,
  );
});

test.each([
  [{ fault, on: { attempt: '5-2' } }, 'on.attempt is "5-2"; no number is in this range'],
  [{ fault, on: { call: '<1' } }, 'on.call is "<1"; no number is in this range'],
  [{}, 'the rule is {}: fault is required'],
  [null, 'the rule is null; it must be an object'],
  [['reset'], 'the rule is ["reset"]; it must be an object'],
])('the rule %j is none', (rule, text) => {
  expect(messageOf(() => createMock().faults.add(rule as FaultRule))).toBe(`Failed to add a fault: ${text}.`);
  expect(() => createMock({ faults: [rule as FaultRule] })).toThrow(/^Failed to /);
});

test('of several rules none is added when one is refused, or has an id that is taken', () => {
  const mock = createMock({ faults: [{ id: 'a', fault }] });
  const taken = 'there is a rule with the id "a" already. Use another, or none.';
  expect(messageOf(() => mock.faults.add({ fault }, { fault: { status: 1 } }))).toBe(
    'Failed to add a fault: rule 2: fault.status is 1; it must be 400 or more.',
  );
  expect(messageOf(() => mock.faults.add({ id: 'a', fault }))).toBe(`Failed to add a fault: ${taken}`);
  const twice = [{ fault }, { id: 'b', fault }, { id: 'b', fault }];
  expect(() => mock.faults.add(...twice)).toThrow('rule 3: there is a rule with the id "b" already');
  expect(() => createMock({ faults: twice })).toThrow('rule 3: there is a rule with the id "b" already');
  expect(mock.faults.list().map(({ id }) => id)).toEqual(['a']);
});

test('what is refused is left as it was given', () => {
  const rule = { fault: { kind: 'garbage', status: 500 } };
  const kindOnly = { fault: { kind: 'garbage' } } as FaultRule;
  expect(() => createMock().faults.add(rule as FaultRule, kindOnly)).toThrow();
  createMock().faults.add(kindOnly);
  expect([rule, kindOnly]).toEqual([{ fault: { kind: 'garbage', status: 500 } }, { fault: { kind: 'garbage' } }]);
});

function messageOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}
