import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { expect } from 'vitest';
import { documents } from 'vf-mock';
import { read, type Bench } from './_setup.ts';

/** An answer of the admin API. */
export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

const json = { 'content-type': 'application/json' };

/** Sends a request to the admin API, and checks the answer against the document. */
export async function ask(
  { send }: Pick<Bench, 'send'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<AdminAnswer> {
  const answer = await read(
    await send(`/__admin${path}`, {
      method,
      ...(body !== undefined && { headers: json, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  const validate = validators.get(`${method} ${toTemplate(path)} ${answer.status}`) ?? isAdminError;
  expect([validate(answer.body), validate.errors]).toEqual([true, null]);
  return answer;
}

/** The message of a refusal that must have this status. */
export async function askWrong(
  bench: Pick<Bench, 'send'>,
  status: number,
  method: string,
  path: string,
  body?: unknown,
): Promise<readonly string[]> {
  const answer = await ask(bench, method, path, body);
  expect(answer.status).toBe(status);
  return (answer.body as { errors: string[] }).errors;
}

/** All documented answers, such as `GET /health 200`. Everybody gets those that are open. */
export const documented = listAnswers();

const ajv = formats.default.default(new Ajv2020({ strict: false }));
ajv.addSchema({ ...documents.admin, $id: 'document' });
const isAdminError = ajv.compile({ $ref: 'document#/components/schemas/AdminError' });
const validators = new Map(
  documented.map(({ name, schema }) => [
    name,
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object),
  ]),
);

interface ResponseObject {
  readonly $ref?: string;
  readonly content?: { readonly 'application/json'?: { readonly schema: object } };
}

function listAnswers(): { name: string; schema: object; isOpen: boolean }[] {
  const { responses: shared } = documents.admin.components as unknown as { responses: Record<string, ResponseObject> };
  return Object.entries(documents.admin.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { responses: Record<string, ResponseObject>; security?: [] }>).flatMap(
      ([method, { responses, security }]) =>
        Object.entries(responses).map(([status, given]) => {
          const { content } = given.$ref === undefined ? given : (shared[given.$ref.split('/').at(-1) ?? ''] ?? given);
          const name = `${method.toUpperCase()} ${path.replace('/__admin', '')} ${status}`;
          return { name, schema: content?.['application/json']?.schema ?? {}, isOpen: security !== undefined };
        }),
    ),
  );
}

/** The names of the last parts of paths. */
const names: Readonly<Record<string, string>> = { '/faults': 'id', '/records': 'id', '/exchanges': 'number' };

function toTemplate(path: string): string {
  const [, resource, name] = /^(\/[\w.]+)(\/[^?]+)?/.exec(path) ?? [];
  return name === undefined ? String(resource) : `${resource}/{${names[String(resource)] ?? 'name'}}`;
}
