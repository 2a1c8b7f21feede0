import { apiNames, documents, type RecordsOfBody } from './router.ts';

/** The name of an OpenAPI document. */
export type DocumentName = keyof typeof documents;

/** The keywords of JSON Schema that the documents use. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
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
  /** The kind of thing that its value identifies. */
  readonly 'x-means'?: 'tenant' | 'user';
  /** The open question about its values. */
  readonly 'x-question'?: string;
}

interface BodyObject {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** An answer as a document describes it. */
export interface ResponseObject {
  readonly $ref?: string;
  readonly content?: { readonly 'application/json'?: BodyObject };
  readonly headers?: Readonly<Record<string, HeaderObject>>;
}

interface HeaderObject {
  readonly $ref?: string;
  readonly schema: Schema;
}

interface OperationObject {
  readonly operationId: string;
  readonly 'x-records'?: RecordsOfBody;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': BodyObject } };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

/** An operation of a document. Its parameters include those that its path item shares. */
export interface DocumentedOperation<Name extends DocumentName = DocumentName> {
  readonly api: Name;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly operation: OperationObject;
}

let described: ReadonlyMap<string, DocumentedOperation> | undefined;

/** All operations by their ids. They are described when first asked for, so that the package loads fast. */
function byId(): ReadonlyMap<string, DocumentedOperation> {
  described ??= new Map(
    [...apiNames, 'admin' as const].flatMap(describeOperations).map((operation) => [operation.id, operation]),
  );
  return described;
}

/** The operations of a document, in its order. */
export function operationsOf<Name extends DocumentName>(name: Name): readonly DocumentedOperation<Name>[] {
  return [...byId().values()].filter((one): one is DocumentedOperation<Name> => one.api === name);
}

/** The documented statuses of an operation, in the order of the document. */
export function statusesOf(id: string): readonly number[] {
  const found = byId().get(id);
  if (found === undefined) throw new Error(`No document has an operation ${id}`);
  return Object.keys(found.operation.responses).map(Number);
}

/** Follows a reference into a document, until it finds a part without a reference. */
export function resolveReference<Part extends { readonly $ref?: string }>(name: DocumentName, part: Part): Part {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  const found = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], documents[name]);
  return resolveReference(name, found as Part);
}

function describeOperations(api: DocumentName): DocumentedOperation[] {
  return Object.entries(documents[api].paths).flatMap(([path, item]) => {
    const { parameters: shared = [], ...operations } = item as Readonly<Record<string, unknown>> & {
      readonly parameters?: readonly Parameter[];
    };
    return Object.entries(operations as Readonly<Record<string, OperationObject>>).map(([method, operation]) => ({
      api,
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolveReference(api, parameter)),
      body: operation.requestBody?.content['application/json'].schema,
      operation,
    }));
  });
}
