// The limit, with one validation per record. Ajv compiles the validator from the schema in the OpenAPI document.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import addFormats, { type FormatsPlugin } from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { api, key, port, toAnswer, type Chunk } from './wire.ts';

const stored = new Map<unknown, unknown>();
const validate = createValidator();

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { users } = JSON.parse(Buffer.concat(parts).toString()) as Chunk;
    let accepted = 0;
    for (const user of users) {
      if (!validate(user)) continue;
      accepted += 1;
      stored.set(user[key], user);
    }
    const answer = JSON.stringify(toAnswer(accepted, users.length - accepted));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
  });
}).listen(port, '127.0.0.1');

function createValidator(): (record: unknown) => boolean {
  const file = new URL(import.meta.resolve(`vf-mock/openapi/${api}.yaml`));
  const document = parse(readFileSync(file, 'utf8')) as object;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, useDefaults: true });
  (addFormats as unknown as FormatsPlugin)(ajv, ['email', 'date', 'date-time']);
  ajv.addVocabulary(Object.keys(document));
  ajv.addSchema(document, api, false, false);
  return ajv.compile({ $ref: `${api}#/components/schemas/UserRecord` });
}
