// The upper limit of Node: bare node:http, JSON.parse and one Map.set per record.
import { createServer } from 'node:http';
import { key, port, toAnswer, type Chunk } from './wire.ts';

const stored = new Map<unknown, unknown>();

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { users } = JSON.parse(Buffer.concat(parts).toString()) as Chunk;
    for (const user of users) stored.set(user[key], user);
    const answer = JSON.stringify(toAnswer(users.length));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
}).listen(port, '127.0.0.1');
