import { expect, test } from 'vitest';
import type { Fault } from 'vf-mock';
import { attempts, vibefollow } from './_faults.ts';
import { open } from './_setup.ts';

test('a 413 with Retry-After does not end its call, so a rule for its first attempts comes to an end', async () => {
  const { mock, send } = await open({ faults: [{ on: { attempt: '<=3' }, fault: { status: 413, retryAfter: 0 } }] });
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1)
    statuses.push((await send(vibefollow.path, vibefollow.request(['a']))).status);
  expect(statuses).toEqual([413, 413, 413, 200]);
  expect(attempts(mock)).toEqual([
    [1, 1, 'fault-1', false],
    [1, 2, 'fault-1', false],
    [1, 3, 'fault-1', false],
    [1, 4, undefined, true],
  ]);
  expect(mock.journal.calls().map(({ outcome }) => outcome)).toEqual(['delivered']);
});

const late = { date: 60 };
const underWay = 'idempotency_key_in_progress';

test.each<[name: string, answers: readonly Fault[], outcome: string]>([
  [
    'ends after any other 4xx',
    [400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 431].map(to),
    'refused',
  ],
  ['goes on after a temporary status', [408, 425, 429, 500, 501, 502, 503, 504, 505].map(to), 'given up'],
  ['ends after a 413 whose Retry-After says nothing', [{ status: 413, retryAfter: 'soon' }], 'refused'],
  ['goes on after a 413 with a Retry-After of either form', [{ status: 413, retryAfter: late }], 'given up'],
  ['goes on after a 409 for a key whose first request is under way', [{ status: 409, code: underWay }], 'given up'],
  ['ends after a 409 for a key that was used before', [{ status: 409, code: 'idempotency_key_reuse' }], 'refused'],
])('for the faults and for the journal alike, a call %s', async (_name, answers, outcome) => {
  for (const fault of answers) {
    const { mock, send } = await open({ faults: [{ fault }] });
    for (let time = 0; time < 2; time += 1) await send(vibefollow.path, vibefollow.request(['a']));
    const calls = mock.journal.calls().map((call) => [call.attempts.length, call.outcome]);
    expect([fault, calls]).toEqual([
      fault,
      outcome === 'refused'
        ? [
            [1, outcome],
            [1, outcome],
          ]
        : [[2, outcome]],
    ]);
  }
});

function to(status: number): { status: number } {
  return { status };
}
