// The smallest MSW handler for a chunk: it reads the JSON and counts the records.
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { bulkUrl, headers } from '../chunks.ts';
import { serveRounds } from './in-process.ts';
import { toAnswer, type Chunk } from './wire.ts';

const counted = { users: 0 };
const handler = http.post(bulkUrl, async ({ request }) => {
  const { users } = (await request.json()) as Chunk;
  counted.users += users.length;
  return HttpResponse.json(toAnswer(users.length));
});

setupServer(handler).listen();
serveRounds(async (body) => (await fetch(bulkUrl, { method: 'POST', headers: headers.vibefollow, body })).text());
