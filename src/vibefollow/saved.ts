import { checkUnique } from '../engine/saved.ts';
import { checkRecords } from '../engine/validate.ts';
import type { components } from '../generated/admin.ts';

type SavedProject = components['schemas']['SavedProject'];

/** What is wrong with a project that somebody saved, beside its schema. `place` is where it stands. */
export function checkSavedProject(place: string, { users, events, queue, idempotencyKeys }: SavedProject): string[] {
  const user = 'bulkUpsertUsers';
  const event = 'trackEvent';
  return [
    ...checkRecords(`${place}.users`, users, user),
    ...checkRecords(`${place}.events`, events, event),
    ...queue.flatMap((job, at) => [
      ...checkRecords(`${place}.queue[${at}].users`, job.users ?? [], user),
      ...checkRecords(`${place}.queue[${at}].events`, job.events ?? [], event),
    ]),
    ...checkUnique(`${place}.users`, 'external_user_id', users),
    ...checkUnique(`${place}.idempotencyKeys`, 'key', idempotencyKeys),
  ];
}
