import { documents } from 'vf-mock';

/** An operation of a document. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  /** Such as `/cdp/api/v1/user/{userId}`. */
  readonly path: string;
  readonly statuses: readonly number[];
}

/** The operations of a document, in its order. */
export function operationsOf(name: keyof typeof documents): DocumentedOperation[] {
  const paths = documents[name].paths as Record<string, Record<string, { operationId?: string; responses?: object }>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, responses = {} }]) =>
      operationId === undefined
        ? []
        : { id: operationId, method: method.toUpperCase(), path, statuses: Object.keys(responses).map(Number) },
    ),
  );
}

/** The operations of both APIs. */
export const operations: readonly DocumentedOperation[] = [...operationsOf('vibefollow'), ...operationsOf('yellow')];

/** The kinds of fault in the document of the admin API. */
export const faultKinds: readonly string[] = listFaultKinds();

function listFaultKinds(): string[] {
  const schemas = documents.admin.components.schemas as Record<string, object>;
  const { anyOf } = schemas['Fault'] as { anyOf: readonly { $ref: string }[] };
  return anyOf.map(({ $ref }) => {
    const { properties } = schemas[$ref.split('/').at(-1) ?? ''] as { properties: { kind: { const: string } } };
    return properties.kind.const;
  });
}
