import type { VibeFollowOptions } from '../config/options.ts';
import { countRecords, findPositions } from '../engine/records.ts';
import type { ValidatedRequest } from '../engine/request.ts';
import type { components } from '../generated/vibefollow.ts';

type EventRecord = components['schemas']['EventRecord'];

/** The positions of the events that are stored twice if they are sent twice (VF-12). `undefined` if all are. */
export function findDoubles(
  request: ValidatedRequest,
  { repeatedEvents }: Pick<VibeFollowOptions, 'repeatedEvents'>,
): readonly number[] | undefined {
  const { operation, params, body } = request;
  if (repeatedEvents === 'keep-both' || operation.records?.upsert === true) return undefined;
  const positions = findPositions(request, (record) => (record as EventRecord).timestamp === undefined);
  return positions.length === countRecords(operation, params, body) ? undefined : positions;
}
