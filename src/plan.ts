import { apiNames, documents, type ApiName, type OperationId } from './router.ts';
import { toFind, toShape, type Schema, type Shape } from './shape.ts';

/** What a request or an answer of an operation has or lacks: a parameter, a property, a value, an alternative. */
export interface Part {
  /** Such as `body.users[].email`, `query.uponConflict=RETAIN_IMPORTED` or `429.Retry-After=HTTP date`. */
  readonly id: string;
  /** Where it is a whole parameter. */
  readonly parameter?: { readonly name: string; readonly in: Place };
}

/** The parts of an operation, and where they are in its requests and answers. */
export interface Plan {
  readonly id: OperationId;
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly parts: readonly Part[];
  /** Parameters of the path. */
  readonly params: ReadonlyMap<string, Shape>;
  readonly query: Shape;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, Shape>;
  readonly body?: Shape;
  readonly answers: ReadonlyMap<number, AnswerPlan>;
}

interface AnswerPlan {
  readonly headers: ReadonlyMap<string, Shape>;
  readonly body?: Shape;
}

type Place = 'path' | 'query' | 'header';

interface Referable {
  readonly $ref?: string;
}

interface Parameter extends Referable {
  readonly name: string;
  readonly in: Place;
  readonly schema: Schema;
}

interface Content extends Referable {
  readonly content?: { readonly 'application/json': { readonly schema: Schema } };
  readonly headers?: Readonly<Record<string, Referable & { readonly schema: Schema }>>;
}

interface OperationObject {
  readonly operationId: OperationId;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Found {
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The operations of both documents, in their order. */
const operations = new Map(apiNames.flatMap(findOperations).map((found) => [found.operation.operationId, found]));
const plans = new Map<OperationId, Plan>();

/** The plans of an API, or of both, in the order of the documents. */
export function listPlans(api?: ApiName): Plan[] {
  return [...operations].flatMap(([id, found]) => ((api ?? found.api) === found.api ? [planOf(id)] : []));
}

/** The plan of an operation, made when it is first asked for. */
export function planOf(id: OperationId): Plan {
  const known = plans.get(id);
  if (known !== undefined) return known;
  const found = operations.get(id);
  if (found === undefined) throw new Error(`No document has an operation ${id}`);
  const plan = toPlan(found);
  plans.set(id, plan);
  return plan;
}

function findOperations(api: ApiName): Found[] {
  return Object.entries(documents[api].paths).flatMap(([path, { parameters: shared = [], ...item }]) =>
    Object.entries(item as Record<string, OperationObject>).map(([method, operation]) => {
      const parameters = [...(shared as Parameter[]), ...(operation.parameters ?? [])];
      return { api, method: method.toUpperCase(), path, operation: { ...operation, parameters } };
    }),
  );
}

function toPlan({ api, method, path, operation }: Found): Plan {
  const parts: Part[] = [];
  const params = toPlace('path', operation, api, parts);
  const query = toPlace('query', operation, api, parts);
  const headers = toPlace('header', operation, api, parts);
  const body = toContentShape(operation.requestBody, 'body', api, parts);
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => [Number(status), toAnswerPlan(resolve(api, answer), status, api, parts)] as const,
  );
  return {
    id: operation.operationId,
    api,
    method,
    path,
    parts,
    params,
    query: { path: 'query', part: -1, isDeep: true, find: toFind(query) },
    headers: new Map([...headers].map(([name, shape]) => [name.toLowerCase(), shape])),
    ...(body && { body }),
    answers: new Map(answers),
  };
}

function toPlace(
  place: Place,
  { parameters = [] }: OperationObject,
  api: ApiName,
  parts: Part[],
): ReadonlyMap<string, Shape> {
  const here = parameters.map((one) => resolve(api, one)).filter((one) => one.in === place);
  return new Map(
    here.map(({ name, schema }) => {
      const path = `${place}.${name}`;
      const part = parts.push({ id: path, parameter: { name, in: place } }) - 1;
      return [name, toShape(schema, path, toMaking(api, parts, true), part)];
    }),
  );
}

function toAnswerPlan(answer: Content, status: string, api: ApiName, parts: Part[]): AnswerPlan {
  const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => {
    const making = toMaking(api, parts, true);
    const path = `${status}.${name}`;
    return [name, toShape(resolve(api, header).schema, path, making, making.add(path))] as const;
  });
  const body = toContentShape(answer, status, api, parts);
  return { headers: new Map(headers), ...(body && { body }) };
}

function toContentShape(given: Content | undefined, path: string, api: ApiName, parts: Part[]): Shape | undefined {
  const schema = given?.content?.['application/json'].schema;
  return schema && toShape(schema, path, toMaking(api, parts, false));
}

function toMaking(api: ApiName, parts: Part[], isText: boolean): Parameters<typeof toShape>[2] {
  return { resolve: (schema) => resolve(api, schema), add: (id) => parts.push({ id }) - 1, isText };
}

function resolve<Item extends Referable>(api: ApiName, part: Item): Item {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  const found = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], documents[api]);
  return resolve(api, found as Item);
}
