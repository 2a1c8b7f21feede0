import { expect, test } from 'vitest';
import type { Exchange } from 'vf-mock';
import { createLoneJournal } from './_journal.ts';

function exchange(number: number, more: Partial<Exchange> = {}): Exchange {
  return {
    number,
    api: 'yellow',
    at: 0,
    method: 'GET',
    path: '/',
    query: '',
    size: 0,
    records: 0,
    duration: 0,
    ...more,
  };
}

test('a full journal drops the oldest exchanges and says how many', () => {
  const journal = createLoneJournal(3);
  for (let number = 1; number <= 8; number += 1) journal.begin(exchange(number));
  expect(journal.dropped()).toBe(5);
  expect(journal.exchanges().map(({ number }) => number)).toEqual([6, 7, 8]);
  expect(journal.dropped()).toBe(5);
  journal.clear();
  expect([journal.exchanges(), journal.dropped()]).toEqual([[], 0]);
});

test('what was dropped is counted for each tenant, and does not come back when another is cleared', () => {
  const journal = createLoneJournal(4);
  for (let number = 1; number <= 7; number += 1) journal.begin(exchange(number, { tenantId: number % 2 ? 'a' : 'b' }));
  expect([journal.dropped(), journal.dropped('a'), journal.dropped('b')]).toEqual([3, 2, 1]);
  journal.clear('a');
  expect(journal.exchanges().map(({ number }) => number)).toEqual([4, 6]);
  expect([journal.dropped(), journal.dropped('a'), journal.dropped('b')]).toEqual([1, 0, 1]);
  journal.clear();
  expect(journal.dropped()).toBe(0);
});

test('over the bound of record ids the oldest exchanges lose theirs, and nothing else', () => {
  const journal = createLoneJournal(3, { records: 320 });
  const ids = { records: 2, recordIds: ['a', 'b'] };
  journal.begin(exchange(1, ids));
  journal.begin(exchange(2, { ...ids, rejected: [{ index: 0, message: 'Invalid email' }] }));
  expect(journal.exchanges()).toMatchObject([{ recordIds: ['a', 'b'] }, { recordIds: ['a', 'b'] }]);
  journal.begin(exchange(3));
  journal.begin(exchange(4, { records: 1, recordIds: ['c'] }));
  expect(journal.exchanges({ record: 'a' }).map(({ number }) => number)).toEqual([2]);
  journal.begin(exchange(5, ids));
  expect(journal.exchanges()).toEqual([exchange(3), exchange(4, { records: 1, recordIds: ['c'] }), exchange(5, ids)]);
  journal.begin(exchange(6, { records: 14, recordIds: Array.from('abcdefghijklmn') }));
  expect(journal.exchanges().map(({ recordIds }) => recordIds)).toEqual([undefined, undefined, undefined]);
});

test('over the bound of bodies the oldest exchanges lose theirs', () => {
  const journal = createLoneJournal(10, { messages: 500 });
  const message = (body: string): Exchange['request'] => ({ headers: [], body });
  for (const number of [1, 2, 3]) {
    journal.begin(exchange(number, { request: message('1234'), response: message('1') } as Partial<Exchange>));
  }
  expect(journal.exchanges().map(({ request }) => request?.body)).toEqual([undefined, '1234', '1234']);
  expect(journal.exchanges()[0]).toEqual(exchange(1));
});

test('an exchange that loses its record ids to a bound is another one for who holds it', () => {
  const journal = createLoneJournal(10, { records: 100 });
  journal.begin(exchange(1, { records: 2, recordIds: ['a', 'b'] }));
  const [before] = journal.exchanges();
  journal.begin(exchange(2, { records: 1, recordIds: ['c'] }));
  expect([before?.recordIds, journal.exchanges()[0]?.recordIds]).toEqual([['a', 'b'], undefined]);
});

test('over the bound of all the rest the oldest exchanges are dropped and counted', () => {
  const journal = createLoneJournal(10, { rest: 2000 });
  for (const number of [1, 2, 3]) journal.begin(exchange(number, { path: 'x'.repeat(400), tenantId: 'a' }));
  expect(journal.exchanges().map(({ number }) => number)).toEqual([3]);
  expect([journal.dropped(), journal.dropped('a')]).toEqual([2, 2]);
});

test('texts of any field count, so that 10,000 exchanges with 20 long names each do not all stay', () => {
  const journal = createLoneJournal(10_000);
  const unknown = Array.from({ length: 20 }, () => 'x'.repeat(200));
  for (let number = 1; number <= 10_000; number += 1) journal.begin(exchange(number, { unknown }));
  const kept = journal.exchanges().length;
  expect(kept * JSON.stringify(unknown).length * 2).toBeLessThan(10_000 * 4096);
  expect(kept + journal.dropped()).toBe(10_000);
});

test('what was dropped is counted for 10,000 tenants, and for all others together', () => {
  const journal = createLoneJournal(1);
  for (let number = 1; number <= 10_003; number += 1) journal.begin(exchange(number, { tenantId: `t${number}` }));
  const counts = ['t1', 't10000', 't10001', 'never'].map((tenant) => journal.dropped(tenant));
  expect([journal.dropped(), ...counts]).toEqual([10_002, 1, 1, 2, 2]);
});
