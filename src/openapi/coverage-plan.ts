import {
  operationsOf,
  resolveReference,
  type DocumentedOperation,
  type Parameter,
  type ResponseObject,
} from './document.ts';
import { apiNames, type ApiName, type OperationId } from './router.ts';
import { createPropertyLookup, toShape, type Shape } from './schema-shape.ts';

/** One countable part of an operation in its document: a parameter, a property, a value or an alternative schema. */
export interface CoveragePart {
  /** Such as `body.users[].email`, `query.uponConflict=RETAIN_IMPORTED` or `429.Retry-After=HTTP date`. */
  readonly id: string;
  /** Present if the part is a whole parameter. */
  readonly parameter?: { readonly name: string; readonly in: Place };
}

/** The parts of an operation, and their places in its requests and answers. */
export interface CoveragePlan {
  readonly id: OperationId;
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly parts: readonly CoveragePart[];
  /** Parameters of the path. */
  readonly params: ReadonlyMap<string, Shape>;
  readonly query: Shape;
  /** Parameters of the headers, by name in lower case. */
  readonly headers: ReadonlyMap<string, Shape>;
  readonly body?: Shape;
  readonly answers: ReadonlyMap<number, ResponsePlan>;
}

interface ResponsePlan {
  readonly headers: ReadonlyMap<string, Shape>;
  readonly body?: Shape;
}

type Place = Parameter['in'];

const plans = new Map<OperationId, CoveragePlan>();

/** The plans of an API, or of both, in the order of the documents. */
export function listCoveragePlans(api?: ApiName): CoveragePlan[] {
  const names = api === undefined ? apiNames : [api];
  return names.flatMap(operationsOf).map(({ id }) => coveragePlanOf(id as OperationId));
}

/** The plan of an operation. The first call makes it, later calls return the same one. */
export function coveragePlanOf(id: OperationId): CoveragePlan {
  const known = plans.get(id);
  if (known !== undefined) return known;
  const found = apiNames.flatMap(operationsOf).find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`No document has an operation ${id}`);
  const plan = toPlan(found);
  plans.set(id, plan);
  return plan;
}

function toPlan({
  id,
  api,
  method,
  path,
  parameters,
  body: request,
  operation,
}: DocumentedOperation<ApiName>): CoveragePlan {
  const parts: CoveragePart[] = [];
  const toPlace = (place: Place): ReadonlyMap<string, Shape> =>
    new Map(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => {
          const id = `${place}.${name}`;
          const part = parts.push({ id, parameter: { name, in: place } }) - 1;
          return [name, toShape(schema, id, createShapeContext(api, parts, true), part)];
        }),
    );
  const params = toPlace('path');
  const query = toPlace('query');
  const headers = toPlace('header');
  const body = request && toShape(request, 'body', createShapeContext(api, parts, false));
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => [Number(status), toResponsePlan(resolveReference(api, answer), status, api, parts)] as const,
  );
  return {
    id: id as OperationId,
    api,
    method,
    path,
    parts,
    params,
    query: { path: 'query', part: -1, isDeep: true, find: createPropertyLookup(query) },
    headers: new Map([...headers].map(([name, shape]) => [name.toLowerCase(), shape])),
    ...(body && { body }),
    answers: new Map(answers),
  };
}

function toResponsePlan(answer: ResponseObject, status: string, api: ApiName, parts: CoveragePart[]): ResponsePlan {
  const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => {
    const context = createShapeContext(api, parts, true);
    const path = `${status}.${name}`;
    return [name, toShape(resolveReference(api, header).schema, path, context, context.add(path))] as const;
  });
  const schema = answer.content?.['application/json']?.schema;
  const body = schema && toShape(schema, status, createShapeContext(api, parts, false));
  return { headers: new Map(headers), ...(body && { body }) };
}

function createShapeContext(api: ApiName, parts: CoveragePart[], isText: boolean): Parameters<typeof toShape>[2] {
  return { resolve: (schema) => resolveReference(api, schema), add: (id) => parts.push({ id }) - 1, isText };
}
