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
  readonly api: ApiName;
  readonly method: string;
  readonly path: string;
  readonly parts: readonly Part[];
  /** Its parameters; the names of headers are in lower case. */
  readonly parameters: Readonly<Record<Place, Shape>>;
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

let plans: ReadonlyMap<OperationId, Plan> | undefined;

/** The plan of each operation, in the order of the documents. Made when they are first asked for. */
export function listPlans(): ReadonlyMap<OperationId, Plan> {
  return (plans ??= new Map(
    apiNames.flatMap((api) =>
      Object.entries(documents[api].paths).flatMap(([path, { parameters: shared = [], ...item }]) =>
        Object.entries(item as Record<string, OperationObject>).map(([method, operation]) => {
          const parameters = [...(shared as Parameter[]), ...(operation.parameters ?? [])];
          return [operation.operationId, toPlan(api, method, path, { ...operation, parameters })] as const;
        }),
      ),
    ),
  ));
}

function toPlan(api: ApiName, method: string, path: string, operation: OperationObject): Plan {
  const parts: Part[] = [];
  const parameters = {
    path: toPlace('path', operation, api, parts),
    query: toPlace('query', operation, api, parts),
    header: toPlace('header', operation, api, parts),
  };
  const body = toContentShape(operation.requestBody, 'body', api, parts);
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => [Number(status), toAnswerPlan(resolve(api, answer), status, api, parts)] as const,
  );
  return {
    api,
    method: method.toUpperCase(),
    path,
    parts,
    parameters,
    ...(body && { body }),
    answers: new Map(answers),
  };
}

/** The parameters in one place, as if they were properties of it. */
function toPlace(place: Place, { parameters = [] }: OperationObject, api: ApiName, parts: Part[]): Shape {
  const here = parameters.map((one) => resolve(api, one)).filter((one) => one.in === place);
  const named = here.map(({ name, schema }) => {
    const path = `${place}.${name}`;
    const part = parts.push({ id: path, parameter: { name, in: place } }) - 1;
    const shape = toShape(schema, path, toMaking(api, parts, true), part);
    return [place === 'header' ? name.toLowerCase() : name, shape] as const;
  });
  return { path: place, part: -1, isDeep: true, find: toFind(new Map(named)) };
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
