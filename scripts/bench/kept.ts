// Measures the memory that a mock holds after requests with long texts and after requests of many tenants.
// Usage: npm run bench -- kept. Figures are megabytes after a garbage collection, without the texts of the requests.
import { createMock, type MockRequest } from '../../src/index.ts';

const long = 10_000_000;
const key = `sk_test_${'0'.repeat(32)}`;
const path = '/api/v1/users/bulk';
const collect = (globalThis as { gc?: () => void }).gc;
if (collect === undefined) throw new Error('Run it with node --expose-gc, as npm run bench does.');

type ToRequest = (number: number) => MockRequest;

function post(url: string, body: string, headers = {}): MockRequest {
  const json = { 'content-type': 'application/json' };
  return { method: 'POST', url, headers: { ...json, ...headers }, body: new TextEncoder().encode(body) };
}

function toUsers(count: number, chunk: number, length: number): string {
  const toId = (at: number): string => `${chunk}-${at}`.padEnd(length, 'x');
  return JSON.stringify({ users: Array.from({ length: count }, (_, at) => ({ external_user_id: toId(at) })) });
}

function toKey(number: number): string {
  return `sk_test_${String(number).padStart(32, '0')}`;
}

function toUuid(number: number): string {
  return `a8098c1a-f86e-41da-9a1a-${number.toString(16).padStart(12, '0')}`;
}

const rows: Readonly<Record<string, readonly [requests: number, ToRequest]>> = {
  '10 MB in an id, without a key': [
    60,
    (number) => post(path, `{"users":[{"external_user_id":"${String(number).padEnd(long, 'x')}"}]}`),
  ],
  '10 MB in an unknown name': [
    60,
    (number) => post(path, `{"users":[{"${String(number).padEnd(long, 'x')}":1}]}`, { authorization: `Bearer ${key}` }),
  ],
  '10 MB in an unknown path': [60, (number) => post(`/api/v1/${String(number).padEnd(long, 'x')}`, '')],
  'chunks of 1,000 ids of 250 characters': [1000, (number) => post(path, toUsers(1000, number, 250))],
  'bots without a key': [
    200_000,
    (number) => ({ method: 'GET', url: `/cdp/api/v1/user?bot=bot${number}`, headers: {} }),
  ],
  'bots with a key': [
    200_000,
    (number) => ({ method: 'GET', url: `/cdp/api/v1/user/a?bot=bot${number}`, headers: { 'x-api-key': 'k' } }),
  ],
  'projects with a refused record each': [
    100_000,
    (number) => post(path, '{"users":[{}]}', { authorization: `Bearer ${toKey(number)}` }),
  ],
  'Idempotency-Keys of refused requests': [
    200_000,
    (number) => post('/api/v1/users', '{}', { authorization: `Bearer ${key}`, 'idempotency-key': toUuid(number) }),
  ],
};

for (const [name, [requests, toRequest]] of Object.entries(rows)) {
  const held = `${((await measureHeld(requests, toRequest)) / 1e6).toFixed(0)} MB`;
  console.log(`${requests.toLocaleString('en').padStart(8)} ${name.padEnd(44)}${held.padStart(8)}`);
}

async function measureHeld(requests: number, toRequest: ToRequest): Promise<number> {
  // What the row before has left is garbage only after a turn of the event loop.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = measureMemory();
  const mock = createMock({ yellow: { rateLimits: { getUser: 'off' } } });
  for (let number = 0; number < requests; number += 1) await mock.handle(toRequest(number));
  const held = measureMemory() - before;
  mock.reset();
  return held;
}

function measureMemory(): number {
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
