import type { Attempt } from '../engine/attempts.ts';
import type { ParsedRequest } from '../engine/request.ts';
import type { ApiName } from '../openapi/router.ts';

/** A request that carries records. */
export interface Carrier {
  readonly api: ApiName;
  readonly parsed: ParsedRequest;
  readonly attempt: Attempt;
  /** Number of the request. */
  readonly number: number;
}

/** The records of a request that is under way. */
export interface CarriedRecords extends Carrier {
  /** The row of each record: `2 * row` in the table of users, `2 * row + 1` in the other table, -1 for no row. */
  readonly rows: Int32Array;
}
