import { findTenantProblem } from '../engine/tenants.ts';
import type { operations } from '../generated/admin.ts';
import { collectBody, type Body } from '../http/body.ts';
import type { ApiResponse } from '../http/response.ts';
import type { RequestTarget } from '../http/url.ts';
import { documents, toAllowedMethods, toOperationMethod } from '../openapi/router.ts';
import { suggest } from '../runtime/nearest.ts';

/** A refusal by the admin API. */
export interface Refused<Status extends number> {
  readonly status: Status;
  readonly body: { errors: string[] };
}

export function toAdminError<Status extends number>(status: Status, ...errors: string[]): Refused<Status> {
  return { status, body: { errors } };
}

export interface Operation {
  readonly operationId: keyof operations;
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** Number of bytes that tell whether a body is empty. */
const shortBody = 16;

type Methods = Readonly<Record<string, Operation>>;

/** The operations of the document by resource and method. `faults` is a list, `faults/` is one fault rule. */
const resources: ReadonlyMap<string, Methods> = new Map(
  Object.entries(documents.admin.paths).map(([path, item]) => [
    path.slice('/__admin/'.length).replace(/\{.*/, ''),
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [method.toUpperCase(), operation as Operation]),
    ),
  ]),
);

/** The operation of a request, or the refusal of its path, method or query. */
export function findOperation(resource: string, method: string, target: RequestTarget): Operation | ApiResponse {
  const { path } = target;
  const methods = resources.get(resource);
  if (methods === undefined) return toAdminError(404, `No admin resource ${path}${suggest(path, listResources())}.`);
  const documented = toOperationMethod(method);
  const operation = Object.hasOwn(methods, documented) ? methods[documented] : undefined;
  if (operation !== undefined) return refuseQuery(operation, target) ?? operation;
  const allow = toAllowedMethods(Object.keys(methods));
  return { ...toAdminError(405, `${path} takes ${allow}, not ${method}.`), headers: { Allow: allow } };
}

/** Refuses a misspelt parameter. `tenant` must not count as none, since a reset without a tenant forgets everything. */
function refuseQuery(operation: Operation, { search, query, malformed }: RequestTarget): ApiResponse | undefined {
  if (search === '') return undefined;
  if (malformed) return toAdminError(400, 'The percent-encoding of the query is broken. Encode its values as UTF-8.');
  const known = listParameters(operation);
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const advice = known.length === 0 ? '. It takes none' : suggest(unknown, known);
    return toAdminError(400, `Unknown parameter "${unknown}"${advice}.`);
  }
  const { tenant } = query;
  if (tenant === undefined) return undefined;
  if (typeof tenant !== 'string' || tenant === '')
    return toAdminError(
      400,
      'Give one tenant, a VibeFollow key, a project id or a Yellow bot, or leave the parameter out.',
    );
  const problem = findTenantProblem(tenant);
  return problem === undefined ? undefined : toAdminError(400, `${problem}.`);
}

/** A number of a query that counts something, or the refusal of any other. */
export function readCount<Fallback>(
  { query }: RequestTarget,
  name: string,
  { least = 1, most = Number.MAX_SAFE_INTEGER, fallback }: { least?: number; most?: number; fallback: Fallback },
): number | Fallback | Refused<400> {
  const { [name]: given } = query;
  if (given === undefined) return fallback;
  const count = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : NaN;
  if (count >= least && count <= most) return count;
  const range = most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  return toAdminError(400, `${name} is ${JSON.stringify(given)}. Use a whole number ${range}.`);
}

/** Refuses a body that would be ignored, such as the tenant of a reset. An empty object is no body. */
export async function refuseBody(operation: Operation, body: Body): Promise<ApiResponse | undefined> {
  if (operation.requestBody !== undefined) return undefined;
  const start = await collectBody(body, shortBody);
  const text = typeof start === 'string' ? start : String.fromCharCode(...start.subarray(0, shortBody));
  if (['', '{}', 'null'].includes(text.trim())) return undefined;
  const known = listParameters(operation);
  const advice = known.length === 0 ? '' : ` Use the parameter${known.length === 1 ? '' : 's'} ${known.join(', ')}.`;
  return toAdminError(400, `This request takes no body.${advice}`);
}

/** The names of the query parameters of an operation. */
function listParameters({ parameters = [] }: Operation): string[] {
  const shared = documents.admin.components['parameters'] as Readonly<Record<string, Parameter>>;
  return parameters
    .map(({ $ref, ...given }) => ($ref === undefined ? given : (shared[$ref.split('/').at(-1) ?? ''] ?? given)))
    .flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
}

function listResources(): string[] {
  return [...resources.keys()].map((name) => `/__admin/${name}${name.endsWith('/') ? '…' : ''}`);
}
