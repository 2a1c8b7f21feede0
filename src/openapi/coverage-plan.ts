import { operationsOf, resolve, type Described, type Parameter, type ResponseObject } from './document.ts';
import { apiNames, type ApiName, type OperationId } from './router.ts';
import { toFind, toShape, type Shape } from './schema-shape.ts';

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

type Place = Parameter['in'];

const operations = new Map(apiNames.flatMap(operationsOf).map((one) => [one.id as OperationId, one]));
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

function toPlan({ id, api, method, path, parameters, body: request, operation }: Described<ApiName>): Plan {
  const parts: Part[] = [];
  const toPlace = (place: Place): ReadonlyMap<string, Shape> =>
    new Map(
      parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => {
          const id = `${place}.${name}`;
          const part = parts.push({ id, parameter: { name, in: place } }) - 1;
          return [name, toShape(schema, id, toMaking(api, parts, true), part)];
        }),
    );
  const params = toPlace('path');
  const query = toPlace('query');
  const headers = toPlace('header');
  const body = request && toShape(request, 'body', toMaking(api, parts, false));
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => [Number(status), toAnswerPlan(resolve(api, answer), status, api, parts)] as const,
  );
  return {
    id: id as OperationId,
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

function toAnswerPlan(answer: ResponseObject, status: string, api: ApiName, parts: Part[]): AnswerPlan {
  const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => {
    const making = toMaking(api, parts, true);
    const path = `${status}.${name}`;
    return [name, toShape(resolve(api, header).schema, path, making, making.add(path))] as const;
  });
  const schema = answer.content?.['application/json']?.schema;
  const body = schema && toShape(schema, status, toMaking(api, parts, false));
  return { headers: new Map(headers), ...(body && { body }) };
}

function toMaking(api: ApiName, parts: Part[], isText: boolean): Parameters<typeof toShape>[2] {
  return { resolve: (schema) => resolve(api, schema), add: (id) => parts.push({ id }) - 1, isText };
}
