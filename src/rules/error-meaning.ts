import type { Exchange } from '../journal/exchange.ts';
import type { ErrorMeaning } from '../openapi/operation-facts.ts';
import { listOperations, operationOf } from '../openapi/router.ts';

/** The meaning of an error in the document of the operation. */
export function errorMeaningOf({ operation, error }: Exchange): ErrorMeaning | undefined {
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
