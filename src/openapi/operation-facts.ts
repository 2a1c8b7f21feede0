import type { OpenApiDocument } from '../generated/documents.ts';

/** What a client must understand of an error code. */
export type ErrorMeaning = 'queue-full' | 'key-reused';

/** What a document says of an operation by its header parameters and by the extensions that its description explains. */
export interface OperationFacts {
  /** Whether a request may carry an `Idempotency-Key`. */
  readonly takesIdempotencyKey: boolean;
  /** Position of the path segment that names the record which the operation deletes. */
  readonly deletedSegment?: number;
  /** Whether a success lists each record that was rejected. */
  readonly listsRejected: boolean;
  /** How a refusal of this status names its one bad record. The first group is the position of the record, from 0. */
  readonly badRows: ReadonlyMap<number, RegExp>;
  readonly errorMeanings: ReadonlyMap<string, ErrorMeaning>;
}

/** The part of an operation object that facts are read from. */
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

/** Reads the facts of an operation; `path` is the template of its path. */
export function readFacts(document: OpenApiDocument, path: string, operation: FactualOperation): OperationFacts {
  const parameters = (operation.parameters ?? []).map((one) => resolve(document, one) as ParameterFacts);
  const responses = Object.entries(operation.responses).map(
    ([status, one]) => [Number(status), resolve(document, one) as ResponseFacts] as const,
  );
  const deleted = operation['x-deletes'];
  return {
    takesIdempotencyKey: parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key'),
    ...(deleted !== undefined && { deletedSegment: findSegment(path, deleted) }),
    listsRejected: responses.some(([, response]) => response['x-lists-rejected'] === true),
    badRows: new Map(
      responses.flatMap(([status, { 'x-bad-row': pattern }]) =>
        pattern === undefined ? [] : [[status, new RegExp(pattern)] as const],
      ),
    ),
    errorMeanings: new Map(responses.flatMap(([, response]) => Object.entries(response['x-error-codes'] ?? {}))),
  };
}

function findSegment(path: string, parameter: string): number {
  const position = path.split('/').indexOf(`{${parameter}}`);
  if (position === -1) throw new Error(`x-deletes names the parameter ${parameter}, which ${path} does not have`);
  return position;
}

function resolve(document: OpenApiDocument, part: Referable): Referable {
  if (part.$ref === undefined) return part;
  const steps = part.$ref.slice('#/'.length).split('/');
  const found = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], document);
  return resolve(document, found as Referable);
}
