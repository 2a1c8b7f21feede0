import type { OpenApiDocument } from '../generated/documents.ts';

/** The meaning of an error code for a client. */
export type ErrorMeaning = 'queue-full' | 'key-reused' | 'key-under-way';

/** The facts of an operation. They come from its header parameters and from `x-` extensions of the document. */
export interface OperationFacts {
  /** Whether a request may carry an `Idempotency-Key`. */
  readonly takesIdempotencyKey: boolean;
  /** The names of the documented query parameters. */
  readonly queryNames: readonly string[];
  /** The parameter of the path with the id of the record that the operation deletes. */
  readonly deletes?: string;
  /** Whether a success lists each rejected record. */
  readonly listsRejected: boolean;
  /** Patterns of refusals that name one bad record, by status. The first group is the record's position, from 0. */
  readonly badRows: ReadonlyMap<number, RegExp>;
  readonly errorMeanings: ReadonlyMap<string, ErrorMeaning>;
}

/** The part of an operation object that contains the facts. */
export interface FactualOperation {
  readonly parameters?: readonly Referable[];
  readonly responses: Readonly<Record<string, Referable>>;
  readonly 'x-deletes'?: string;
}

interface Referable {
  readonly $ref?: string;
}

interface ParameterFacts extends Referable {
  readonly name: string;
  readonly in: string;
}

interface ResponseFacts extends Referable {
  readonly 'x-lists-rejected'?: boolean;
  readonly 'x-bad-row'?: string;
  readonly 'x-error-codes'?: Readonly<Record<string, ErrorMeaning>>;
}

/** Reads the facts of an operation. `path` is the template of its path. */
export function readFacts(document: OpenApiDocument, path: string, operation: FactualOperation): OperationFacts {
  const parameters = (operation.parameters ?? []).map((one) => resolve(document, one) as ParameterFacts);
  const responses = Object.entries(operation.responses).map(
    ([status, one]) => [Number(status), resolve(document, one) as ResponseFacts] as const,
  );
  const deleted = operation['x-deletes'];
  return {
    takesIdempotencyKey: parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key'),
    queryNames: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    ...(deleted !== undefined && { deletes: checkParameter(path, deleted) }),
    listsRejected: responses.some(([, response]) => response['x-lists-rejected'] === true),
    badRows: new Map(
      responses.flatMap(([status, { 'x-bad-row': pattern }]) =>
        pattern === undefined ? [] : [[status, new RegExp(pattern)] as const],
      ),
    ),
    errorMeanings: new Map(responses.flatMap(([, response]) => Object.entries(response['x-error-codes'] ?? {}))),
  };
}

function checkParameter(path: string, parameter: string): string {
  if (path.split('/').includes(`{${parameter}}`)) return parameter;
  throw new Error(`x-deletes names the parameter ${parameter}, which ${path} does not have`);
}

function resolve(document: OpenApiDocument, part: Referable): Referable {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  const found = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], document);
  return resolve(document, found as Referable);
}
