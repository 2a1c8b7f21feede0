// Measures the cost of the journal: bulk throughput with and without it, in turn, and memory over many exchanges.
// Usage: npm run bench -- journal. Figures are medians per chunk, and the heap after a garbage collection.
import { createMock, type Mock } from '../../src/index.ts';

const rounds = 101;
const key = `sk_test_${'0'.repeat(32)}`;
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const subjects: Record<string, Mock> = {
  'no journal': createMock({ journalLimit: 0 }),
  journal: createMock(),
  'journal with bodies': createMock({ journalBodies: true }),
};
const collect = (globalThis as { gc?: () => void }).gc;
if (collect === undefined) throw new Error('Run it with node --expose-gc, as npm run bench does.');

for (const size of [1, 1000]) {
  const times: Record<string, number[]> = {};
  for (let round = -10; round < rounds; round += 1) {
    const body = toBody(size, round);
    for (const [name, mock] of Object.entries(subjects)) {
      const start = performance.now();
      await mock.handle({ method: 'POST', url: '/api/v1/users/bulk', headers, body });
      if (round >= 0) (times[name] ??= []).push(performance.now() - start);
    }
  }
  const base = median(times['no journal'] ?? []);
  for (const [name, all] of Object.entries(times)) {
    const time = median(all);
    const throughput = `${(base / time).toFixed(2)} x the throughput`;
    print(`${size} record${size === 1 ? '' : 's'} a chunk`, name, `${(time * 1000).toFixed(0)} µs`, throughput);
  }
}

const mock = createMock();
const bodies = Array.from({ length: 100 }, (_, index) => toBody(100, index));
let sent = 0;
const before = heap();
for (const count of [10_000, 20_000, 50_000, 100_000]) {
  await fill(count);
  const growth = `${(heap() - before).toFixed(0)} MB`;
  print('100 records a chunk', `${count.toLocaleString('en')} exchanges`, growth, 'more heap, with its 10,000 users');
}

async function fill(count: number): Promise<void> {
  for (; sent < count; sent += 1) {
    await mock.handle({ method: 'POST', url: '/api/v1/users/bulk', headers, body: bodies[sent % 100] ?? '' });
  }
}

function heap(): number {
  collect?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function toBody(size: number, round: number): string {
  const users = Array.from({ length: size }, (_, at) => ({
    external_user_id: `usr_${round * size + at}`,
    email: `user${at}@example.com`,
    traits: { plan: 'pro', number: at },
  }));
  return JSON.stringify({ users });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(...[first = '', second = '', third = '', fourth = '']: readonly string[]): void {
  console.log(`${first.padEnd(22)}${second.padEnd(24)}${third.padStart(9)}   ${fourth}`);
}
