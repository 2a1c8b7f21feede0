// The upper limit of a function: parse, one Map.set per record, stringify, no transport.
import { serveRounds } from './in-process.ts';
import { key, toAnswer, type Chunk } from './wire.ts';

const stored = new Map<unknown, unknown>();

// eslint-disable-next-line @typescript-eslint/require-await -- as asynchronous as what it is compared with
serveRounds(async (body) => {
  const { users } = JSON.parse(body) as Chunk;
  for (const user of users) stored.set(user[key], user);
  return JSON.stringify(toAnswer(users.length));
});
