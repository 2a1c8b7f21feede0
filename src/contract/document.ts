import { apiNames, documents, type RecordsOfBody } from '../router.ts';

/** One of the documents. */
export type DocumentName = keyof typeof documents;

/** What of a JSON schema the documents use in requests. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly format?: 'email' | 'date' | 'date-time';
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
}

export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: Schema;
}

interface BodyObject {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** An answer as a document has it. */
export interface ResponseObject {
  readonly $ref?: string;
  readonly content?: { readonly 'application/json'?: BodyObject };
}

interface OperationObject {
  readonly operationId: string;
  readonly 'x-records'?: RecordsOfBody;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': BodyObject } };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

/** An operation with what its document says of its requests. */
export interface Described {
  readonly api: DocumentName;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly operation: OperationObject;
}

/** A request before it is written out. */
export interface Made {
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const byId: ReadonlyMap<string, Described> = new Map(
  [...apiNames, 'admin' as const].flatMap(describe).map((operation) => [operation.id, operation]),
);

/** The operations of a document, in its order. */
export function operationsOf(name: DocumentName): readonly Described[] {
  return [...byId.values()].filter(({ api }) => api === name);
}

/** The documented statuses of an operation. */
export function statusesOf(id: string): readonly number[] {
  return Object.keys(byId.get(id)?.operation.responses ?? {}).map(Number);
}

/** Follows a reference into a document. */
export function resolve<Part extends { readonly $ref?: string }>(api: DocumentName, part: Part): Part {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  return steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], documents[api]) as Part;
}

function describe(api: DocumentName): Described[] {
  return Object.entries(documents[api].paths).flatMap(([path, item]) => {
    const { parameters: shared = [], ...operations } = item as Readonly<Record<string, unknown>> & {
      readonly parameters?: readonly Parameter[];
    };
    return Object.entries(operations as Readonly<Record<string, OperationObject>>).map(([method, operation]) => ({
      api,
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(api, parameter)),
      body: operation.requestBody?.content['application/json'].schema,
      operation,
    }));
  });
}
