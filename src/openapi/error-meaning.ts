import type { ErrorMeaning } from './operation-facts.ts';
import { listOperations, operationOf, type OperationId } from './router.ts';

/** The parts of an answer that tell the meaning of its error. */
export interface AnsweredError {
  /** Absent if the request led to no operation. */
  readonly operation?: OperationId | undefined;
  /** The error code. Absent if the answer has none. */
  readonly error?: string | undefined;
}

/** The meaning of an error in the document of the operation. */
export function errorMeaningOf({ operation, error }: AnsweredError): ErrorMeaning | undefined {
  if (operation === undefined || error === undefined) return undefined;
  return operationOf(operation).errorMeanings.get(error);
}

/** The error codes of this meaning, in all documents. */
export function errorCodesOf(wanted: ErrorMeaning): string[] {
  const codes = listOperations().flatMap(({ errorMeanings }) =>
    [...errorMeanings].flatMap(([code, meaning]) => (meaning === wanted ? [code] : [])),
  );
  return [...new Set(codes)];
}
