import { checkUnique } from '../engine/saved.ts';
import { checkRecords } from '../engine/validate.ts';
import type { components } from '../generated/admin.ts';

type SavedProject = components['schemas']['SavedProject'];

/** The problems of a saved project that its schema does not find. `place` is the path of the project. */
export function checkSavedProject(place: string, { users, events, queue, idempotencyKeys }: SavedProject): string[] {
  const user = 'bulkUpsertUsers';
  const event = 'trackEvent';
  return [
    ...checkRecords(`${place}.users`, users, user),
    ...checkRecords(`${place}.events`, events, event, withoutLongYear),
    ...queue.flatMap((job, at) => [
      ...checkRecords(`${place}.queue[${at}].users`, job.users ?? [], user),
      ...checkRecords(`${place}.queue[${at}].events`, job.events ?? [], event, withoutLongYear),
    ]),
    ...checkUnique(`${place}.users`, 'external_user_id', users),
    ...checkUnique(`${place}.idempotencyKeys`, 'key', idempotencyKeys),
  ];
}

/** The schema of a state checks a time of arrival whose year has more than four digits, which no client can send. */
function withoutLongYear(event: Partial<SavedProject['events'][number]>): object {
  const { timestamp, ...others } = event;
  return timestamp !== undefined && /^[+-]/.test(timestamp) ? others : event;
}
