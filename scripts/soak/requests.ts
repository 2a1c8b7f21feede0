// The requests of the soak run. They come from a fixed population, so the data of the server is bounded.
import { createRandom } from '../../src/runtime/random.ts';

export interface SoakRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body is sent in many pieces, without its length. */
  readonly chunked?: boolean;
}

/** The mock never deletes events and bulk creations. So tenants that receive them are reset from time to time. */
export const passing = { key: `sk_test_${'2'.repeat(32)}`, bot: 'passing' };
const keys = ['0', '1'].map((digit) => `sk_live_${digit.repeat(32)}`);
const bots = ['first', 'second'];
const population = 2000;
const { chance } = createRandom(1);
let drawn = 0;
let strangers = 0;
/** More than all bounds on tenants, and few enough to come three times in a run of ten minutes. */
const manyStrangers = 16_000;
/** A body over the `bodyLimit` of `options.yaml`. */
const tooLarge = `{"users":["${'x'.repeat(1_500_000)}"]}`;

/** A number from 0 to under 1. The sequence is the same in every run. */
export function draw(): number {
  return chance((drawn += 1));
}

/** Chooses an item at random by weight. */
export function choose<Choice>(choices: readonly (readonly [weight: number, choice: Choice])[]): Choice {
  let left = draw() * choices.reduce((sum, [weight]) => sum + weight, 0);
  const found = choices.find(([weight]) => (left -= weight) < 0) ?? choices[0];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found[1];
}

const vibefollowUser = (n: number): object => ({
  external_user_id: `usr_${n}`,
  email: n % 50 === 0 ? 'nobody' : `user${n}@example.com`,
  traits: { plan: ['free', 'pro'][n % 2], number: n },
});
const vibefollowEvent = (n: number): object => ({ external_user_id: `usr_${n}`, name: 'seen', properties: { n } });
/** Ids of 250 characters, which the mock keeps whole. */
const longIdUser = (n: number): object => ({ external_user_id: String(n).padStart(250, 'long id ') });
const yellowUser = (n: number): object => ({ userId: `usr_${n}`, firstName: `Name ${n}`, city: 'Pune' });
const yellowEvent = (n: number): object => ({ userId: `usr_${n}`, eventName: 'seen', payload: { n } });

const chunks = {
  users: toPool((size, from) => ({ users: toRecords(size, from, vibefollowUser) })),
  events: toPool((size, from) => ({ events: toRecords(size, from, vibefollowEvent) })),
  batches: toPool((size, from) => ({ events: toRecords(Math.min(size, 500), from, vibefollowEvent) })),
  longIds: toPool((size, from) => ({ users: toRecords(size, from, longIdUser) })),
  imports: toPool((size, from) => ({ users: toRecords(size, from, yellowUser) })),
};

const kinds: readonly (readonly [number, () => SoakRequest])[] = [
  [8, () => toVibeFollow(pick(keys), 'users/bulk', pick(chunks.users))],
  [4, () => toVibeFollow(pick(keys), 'users', JSON.stringify(vibefollowUser(someone())))],
  [1, () => toVibeFollow(passing.key, 'users/bulk', pick(chunks.users))],
  [2, () => toVibeFollow(passing.key, 'events', JSON.stringify(vibefollowEvent(someone())))],
  [2, () => toVibeFollow(passing.key, 'events/batch', pick(chunks.batches))],
  [2, () => toVibeFollow(passing.key, 'events/bulk', pick(chunks.events))],
  [2, () => toKeyed(someone())],
  [6, () => toYellow(passing.bot, 'POST', '/user/create-bulk', pick(chunks.imports))],
  [2, () => toYellow(passing.bot, 'POST', '/event', JSON.stringify(yellowEvent(someone())))],
  [1, () => toYellow(passing.bot, 'GET', `/event?userId=usr_${someone()}`)],
  [1, () => toYellow(passing.bot, 'GET', '/user/create-bulk?id=unknown')],
  [4, () => toYellow(pick(bots), 'POST', '/user', JSON.stringify(yellowUser(someone())))],
  [3, () => toYellow(pick(bots), 'PUT', `/user/usr_${someone()}`, '{"city":"Delhi"}')],
  [3, () => toYellow(pick(bots), 'DELETE', `/user/usr_${someone()}`)],
  [3, () => toYellow(pick(bots), 'GET', `/user/usr_${someone()}`)],
  [2, () => toYellow(pick(bots), 'GET', `/user?limit=100&offset=${someone()}`)],
  [2, () => toVibeFollow(pick(keys), 'users/bulk', pick(chunks.longIds))],
  [1, () => toVibeFollow(pick(keys), 'users', JSON.stringify({ external_user_id: 'x'.repeat(20_000 + someone()) }))],
  [2, () => ({ ...toVibeFollow(pick(keys), 'users/bulk', pick(chunks.users)), chunked: true })],
  [0.2, () => ({ ...toVibeFollow(pick(keys), 'users/bulk', tooLarge), chunked: true })],
  [50, () => toStranger((strangers += 1) % manyStrangers)],
  [0.2, () => toAdmin('GET', `/journal?tenant=stranger_${someone()}`)],
  [0.2, () => toAdmin('GET', '/records?outcome=lost')],
  [1, () => toVibeFollow('unknown', 'users/bulk', '{"users":[]}')],
  [1, () => toVibeFollow(pick(keys), 'users/bulk', '{"users":')],
  [1, () => toVibeFollow(pick(keys), 'nowhere', '{}')],
  [0.2, () => toAdmin('GET', `/journal?tenant=${pick(keys)}&status=>=400`)],
  [0.2, () => toAdmin('GET', `/calls?tenant=${pick(bots)}`)],
  [0.1, () => toAdmin('GET', `/verdicts?tenant=${pick(keys)}`)],
  [0.1, () => toAdmin('GET', `/coverage?tenant=${pick(bots)}`)],
  [0.1, () => toAdmin('GET', `/state?tenant=${pick(bots)}`)],
  [0.1, () => toAdmin('GET', '/journal.har?attempt=3')],
  [0.2, () => toAdmin('GET', '/faults')],
  [0.5, () => toReset(pick(Object.values(passing)))],
];

export function nextRequest(): SoakRequest {
  return choose(kinds)();
}

/** Requests before each measurement. They make the measurement independent of its moment. */
export const settling: readonly SoakRequest[] = [
  ...Object.values(passing).map(toReset),
  // A query of the journal cuts it to its limit.
  toAdmin('GET', '/journal?record=nobody'),
];

export function toAdmin(method: string, path: string): SoakRequest {
  return { method, path: `/__admin${path}`, headers: {}, body: '' };
}

function toReset(tenant: string): SoakRequest {
  return toAdmin('POST', `/reset?tenant=${tenant}`);
}

/** A tenant or a key that comes once in `manyStrangers` requests, and for which nothing is stored. */
function toStranger(n: number): SoakRequest {
  const name = `stranger_${n}`;
  const key = `sk_test_${name.padStart(32, '0')}`;
  const user = JSON.stringify(vibefollowUser(n % 50));
  const sorts = [
    () => ({ ...toYellow(name, 'POST', '/user/create-bulk', chunks.imports[n % 200]), headers: json }),
    () => toVibeFollow(key, 'users/bulk', '{"users":[{}]}'),
    () => withKey(toVibeFollow(passing.key, 'users', user), name),
    () => toYellow(name, 'GET', '/user?limit=10&offset=0'),
    () => toVibeFollow(name, 'users', user),
    () => withKey(toVibeFollow(keys[0] ?? '', 'users', '{}'), name.padEnd(5000, 'k')),
  ];
  return (sorts[n % sorts.length] ?? pick(sorts))();
}

function withKey(request: SoakRequest, key: string): SoakRequest {
  return { ...request, headers: { ...request.headers, 'Idempotency-Key': key } };
}

/** A key always has the same record. */
function toKeyed(n: number): SoakRequest {
  const key = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return withKey(toVibeFollow(passing.key, 'users', JSON.stringify(vibefollowUser(n))), key);
}

function toVibeFollow(key: string, path: string, body: string): SoakRequest {
  return { method: 'POST', path: `/api/v1/${path}`, headers: { Authorization: `Bearer ${key}`, ...json }, body };
}

function toYellow(bot: string, method: string, path: string, body = ''): SoakRequest {
  const target = `/cdp/api/v1${path}${path.includes('?') ? '&' : '?'}bot=${bot}`;
  return { method, path: target, headers: { 'X-Api-Key': 'any', ...json }, body };
}

const json = { 'Content-Type': 'application/json' };

/** A chunk of 1 to 1,000 records. All orders of magnitude have the same probability. */
function toPool(make: (size: number, from: number) => object): string[] {
  return Array.from({ length: 200 }, () => JSON.stringify(make(Math.ceil(1000 ** draw()), someone())));
}

function toRecords(size: number, from: number, make: (n: number) => object): object[] {
  return Array.from({ length: size }, (_, at) => make((from + at) % population));
}

/** The number of a user. There are only 50, because the server remembers each different request. */
function someone(): number {
  return Math.floor(draw() * 50);
}

function pick<Item>(items: readonly Item[]): Item {
  return choose(items.map((item) => [1, item] as const));
}
