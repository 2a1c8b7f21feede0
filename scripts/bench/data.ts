// Measures the time to create a database from a mock and to run its first query.
// Usage: npm run bench -- data [users…]. Figures are milliseconds: the first time, the median, and the median for
// the same users one by one through `create` of @mswjs/data.
import { factory, manyOf, nullable, primaryKey } from '@mswjs/data';
import { createDatabase } from '../../src/data/database.ts';
import { createMock } from '../../src/index.ts';

const chunkSize = 1000;
const rounds = 9;
const key = `sk_test_${'0'.repeat(32)}`;
const bot = 'x1640004486565';
const given = process.argv.slice(3).map(Number);
const sizes = given.length > 0 ? given : [1000, 50_000];
const mock = createMock({ yellow: { rateLimits: { bulkCreateUsers: 'off', createEvent: 'off' } } });
const project = mock.vibefollow.project(key);

/** Creates a database and runs a query. Returns the number of results. */
const subjects: Record<string, () => number> = {
  'VibeFollow users': () => createDatabase(project).user.findMany({ where: { plan: { equals: 'pro' } } }).length,
  'the same through create': () => createOneByOne().user.findMany({ where: { plan: { equals: 'pro' } } }).length,
  'Yellow.ai users': () =>
    createDatabase(mock.yellow.bot(bot)).user.findMany({ where: { city: { equals: 'Pune' } } }).length,
};
const related: Record<string, () => number> = {
  'VibeFollow events of users': () =>
    createDatabase(project).event.findMany({ where: { user: { plan: { equals: 'pro' } } } }).length,
  'Yellow.ai events of users': () =>
    createDatabase(mock.yellow.bot(bot)).event.findMany({ where: { user: { city: { equals: 'Pune' } } } }).length,
};

console.log(row('users', 'events', 'subject', 'first', 'median', 'found'));
for (const size of sizes) {
  mock.reset();
  await send(size, sendUsers);
  for (const [name, query] of Object.entries(subjects)) measure(size, 0, name, query);
  await send(size, sendEvents);
  for (const [name, query] of Object.entries(related)) measure(size, size, name, query);
}

function measure(users: number, events: number, name: string, query: () => number): void {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    found = query();
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const figures = [times[0] ?? 0, median].map((time) => time.toFixed(0));
  console.log(
    row(users.toLocaleString('en'), events.toLocaleString('en'), name, ...figures, found.toLocaleString('en')),
  );
}

/** The usual way with @mswjs/data. Events are left out, because each event would need a scan of all users. */
function createOneByOne() {
  const text = () => nullable<string>(() => null);
  const db = factory({
    user: {
      external_user_id: primaryKey(String),
      ...{ email: text(), name: text(), plan: text(), signupDate: text(), company: text(), role: text() },
      traits: Object,
      createdAt: String,
      updatedAt: String,
      events: manyOf('event'),
    },
    event: { id: primaryKey(Number) },
  });
  for (const user of project.users()) db.user.create(user as object);
  return db;
}

async function send(size: number, post: (numbers: readonly number[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < size; start += chunkSize) {
    await post(Array.from({ length: Math.min(chunkSize, size - start) }, (_, at) => start + at));
  }
}

async function sendUsers(numbers: readonly number[]): Promise<void> {
  const users = numbers.map((number) => ({
    external_user_id: `usr_${number}`,
    userId: `usr_${number}`,
    email: `user${number}@example.com`,
  }));
  const traits = numbers.map((number) => ({ plan: number % 2 === 0 ? 'pro' : 'free', company: 'Acme', seats: number }));
  await post('/api/v1/users/bulk', { users: users.map((user, at) => ({ ...user, traits: traits[at] })) });
  const properties = numbers.map((number) => ({
    city: number % 2 === 0 ? 'Pune' : 'Goa',
    loyaltyTier: 'gold',
    number,
  }));
  const body = { users: users.map((user, at) => ({ ...user, ...properties[at] })) };
  await post(`/cdp/api/v1/user/create-bulk?bot=${bot}`, body);
}

async function sendEvents(numbers: readonly number[]): Promise<void> {
  const events = numbers.map((number) => ({ external_user_id: `usr_${number}`, name: 'trial_started' }));
  await post('/api/v1/events/bulk', { events });
  for (const number of numbers) {
    await post(`/cdp/api/v1/event?bot=${bot}`, { userId: `usr_${number}`, eventName: 'order_placed' });
  }
}

async function post(url: string, content: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'any', 'content-type': 'application/json' };
  const outcome = await mock.handle({ method: 'POST', url, headers, body: JSON.stringify(content) });
  if (!('status' in outcome) || outcome.status > 299) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
}

function row(...[users = '', events = '', subject = '', ...figures]: readonly string[]): string {
  return `${users.padStart(8)}${events.padStart(8)}  ${subject.padEnd(28)}${figures.map((figure) => figure.padStart(9)).join('')}`;
}
