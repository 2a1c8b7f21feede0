// A typical hand-written mock: Express with express.json, one Map.set per record, no validation.
import express, { type Request } from 'express';
import { key, path, port, toAnswer, type Chunk } from './wire.ts';

const stored = new Map<unknown, unknown>();

express()
  .use(express.json({ limit: '10mb' }))
  .post(path, ({ body }: Request<object, object, Chunk>, response) => {
    for (const user of body.users) stored.set(user[key], user);
    response.json(toAnswer(body.users.length));
  })
  .listen(port, '127.0.0.1');
