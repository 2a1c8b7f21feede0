// A state of a million users, which a server takes at the end of a run and writes to its file when it stops.
import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { request as open, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

const count = 1_000_000;

/** Restores a state of a million users of 400 bytes. Returns what went wrong. */
export async function putMillionUsers(url: string): Promise<string[]> {
  const request = open(`${url}/__admin/state`, { method: 'PUT', headers: { 'Content-Type': 'application/json' } });
  const response = once(request, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(toState()), request);
  const [answer] = await response;
  const body = await text(answer);
  return answer.statusCode === 200 ? [] : [`a state of ${count} users got ${answer.statusCode}: ${body}`];
}

/** Checks that a state file has a million users. Returns what is wrong. */
export async function findMissingUsers(file: string): Promise<string[]> {
  let found = 0;
  // The last characters come again with the next piece, since a name may stand in both.
  let rest = '';
  for await (const piece of createReadStream(file, 'utf8')) {
    const all = rest + String(piece);
    found += all.split('"million_').length - 1;
    rest = all.slice(-8);
  }
  return found === count ? [] : [`the state file has ${found} of ${count} users`];
}

function* toState(): Generator<string> {
  yield '{"version":1,"yellow":{},"vibefollow":{"prj_0000000000000000":{"users":[';
  for (let n = 0; n < count; n += 1000) {
    const users = Array.from({ length: 1000 }, (_, at) => JSON.stringify(toUser(n + at)));
    yield `${n === 0 ? '' : ','}${users.join(',')}`;
  }
  yield '],"events":[],"queue":[],"idempotencyKeys":[],"windows":{}}}}';
}

function toUser(n: number): object {
  const traits = { name: `Name ${n}`, plan: 'pro', company: `Company ${n % 1000}`, note: 'x'.repeat(200) };
  const times = { createdAt: 1_767_225_600_000, updatedAt: 1_767_225_600_000 };
  return { external_user_id: `million_${n}`, email: `million${n}@example.com`, traits, ...times };
}
