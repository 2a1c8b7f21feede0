import type { LeftOut } from '../engine/api.ts';
import { isDelivered, type Exchange } from '../journal/exchange.ts';
import { findBadRow, listRejections } from '../journal/rejections.ts';
import { nameAnswer } from '../journal/wording.ts';
import { decided } from './outcome.ts';
import { packDecision } from './record-table.ts';

/** What a request did to one of its records. */
interface Fate {
  /** Position in the list of outcomes. */
  readonly outcome: number;
  /** The packed decision. */
  readonly decision: number;
  /** Whether the API did the work of the record. */
  readonly isDone: boolean;
}

interface FateSources {
  readonly operation: number;
  readonly leftOut: LeftOut | undefined;
  toCause(text: string): number;
}

/** The fate of each record of a request that ended, by its position. Records that share a fate share the object. */
export function createFates(
  exchange: Exchange,
  { operation, leftOut, toCause }: FateSources,
): (position: number) => Fate {
  const { applied = false, rejected = [] } = exchange;
  const done = applied === true ? Infinity : Number(applied);
  const toFate = (outcome: number, cause: string, isDone = false): Fate => ({
    outcome,
    decision: packDecision({ outcome, operation, cause: toCause(cause) }),
    isDone,
  });
  const isSuccess = isDelivered(exchange);
  const failure = isSuccess ? '' : toFailure(exchange);
  const worked = toFate(isSuccess ? decided.stored : decided.inDoubt, failure, true);
  // An answer that is repeated for a key reports the work of an earlier attempt.
  const idle = isSuccess ? { ...worked, isDone: false } : toFate(decided.lost, failure);
  const special = new Map<number, Fate>();
  const unnamed = leftOut?.positions.map((index) => ({ index, message: leftOut.reason })) ?? [];
  for (const { index, message } of [...rejected, ...unnamed]) {
    special.set(index, toFate(decided.lost, failure || `${unreported}: ${message}`));
  }
  for (const { index, message } of listRejections(exchange)) special.set(index, toFate(decided.rejected, message));
  return (position) => {
    const other = special.size === 0 ? undefined : special.get(position);
    return other ?? (position < done ? worked : idle);
  };
}

/** The cause if an API leaves an invalid record out, and reports a success. */
const unreported = 'a success that left it out';

/** Whether an API has left a record out, and the client cannot know it. */
export function isUnreported(cause = ''): boolean {
  return cause.startsWith(unreported);
}

/** The cause of a loss. The position of another bad record is left out, since it differs from request to request. */
function toFailure(exchange: Exchange): string {
  const [rejection] = findBadRow(exchange) === undefined ? [] : listRejections(exchange);
  if (rejection === undefined) return nameAnswer({ ...exchange, ...withoutId(exchange) });
  return `${exchange.status ?? ''} for another record: ${rejection.message}`;
}

/** An error that ends with the id of its record differs from record to record. */
function withoutId({ error, recordIds: [id = '', ...others] = [] }: Exchange): Pick<Exchange, 'error'> {
  const isNamed = error !== undefined && id !== '' && others.length === 0 && error.endsWith(` ${id}`);
  return isNamed ? { error: `${error.slice(0, -id.length)}…` } : {};
}
