// Measures the cost of an upsert at different numbers of stored users: vf-mock and a bare Map, in turn.
// Usage: npm run bench -- growth [sizes…]. Figures are medians in microseconds per record. The first size is the base.
import { createMock } from '../../src/index.ts';

const chunkSize = 1000;
const rounds = 41;
const key = `sk_test_${'0'.repeat(32)}`;
const given = process.argv.slice(3).map(Number);
const sizes = given.length > 0 ? given : [1000, 100_000, 1_000_000];

/** Sends a chunk of users as JSON. */
type Upsert = (body: string) => unknown;

const subjects: Record<string, () => Upsert> = {
  'bare Map': () => {
    const users = new Map<string, unknown>();
    return (body) => {
      const { users: chunk } = JSON.parse(body) as { users: { external_user_id: string }[] };
      for (const user of chunk) users.set(user.external_user_id, user);
    };
  },
  'VibeFollow bulkUpsertUsers': () => {
    const mock = createMock();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return async (body) => mock.handle({ method: 'POST', url: '/api/v1/users/bulk', headers, body });
  },
  'Yellow.ai bulkCreateUsers': () => {
    const mock = createMock({ yellow: { rateLimits: { bulkCreateUsers: 'off' } } });
    const headers = { 'x-api-key': 'key', 'content-type': 'application/json' };
    const url = '/cdp/api/v1/user/create-bulk?bot=b';
    return async (body) => mock.handle({ method: 'POST', url, headers, body });
  },
};

const names = Object.keys(subjects);
const first: Record<string, number> = {};
console.log(
  `${'users stored'.padStart(12)}  ${'subject'.padEnd(28)}${'µs per record'.padStart(14)}${'growth'.padStart(9)}`,
);
for (const size of sizes) {
  const upserts = await Promise.all(names.map(async (name) => [name, await fill(name, size)] as const));
  const times = await measure(upserts, size);
  for (const [name, time] of Object.entries(times)) {
    const growth = time / (first[name] ??= time);
    console.log(
      `${size.toLocaleString('en').padStart(12)}  ${name.padEnd(28)}${time.toFixed(3).padStart(14)}${`${growth.toFixed(2)} x`.padStart(9)}`,
    );
  }
}

async function fill(name: string, size: number): Promise<Upsert> {
  const upsert = subjects[name]?.();
  if (upsert === undefined) throw new Error(`No subject ${name}`);
  for (let start = 0; start < size; start += chunkSize) {
    await upsert(toBody(Array.from({ length: Math.min(chunkSize, size - start) }, (_, at) => start + at)));
  }
  return upsert;
}

/** Sends the same chunk to every subject in turn. Its users come from all stored users. */
async function measure(upserts: readonly (readonly [string, Upsert])[], size: number): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    const body = toBody(Array.from({ length: chunkSize }, (_, at) => (round * 7919 + at * 104_729) % size));
    for (const [name, upsert] of upserts) {
      const start = performance.now();
      await upsert(body);
      (times[name] ??= []).push(((performance.now() - start) * 1000) / chunkSize);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

function toBody(numbers: readonly number[]): string {
  const users = numbers.map((number) => ({
    external_user_id: `usr_${number}`,
    userId: `usr_${number}`,
    email: `user${number}@example.com`,
    traits: { plan: 'pro', number },
  }));
  return JSON.stringify({ users });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
