import { checkUnique } from '../engine/saved.ts';
import { checkRecords } from '../engine/validate.ts';
import type { components } from '../generated/admin.ts';

type SavedBot = components['schemas']['SavedBot'];

/** The problems of a saved bot that its schema does not find. `place` is the path of the bot. */
export function checkSavedBot(place: string, { users, events, bulkCreations, waiting }: SavedBot): string[] {
  const user = 'addUser';
  return [
    ...checkRecords(`${place}.users`, users, user, ({ userId, properties }) => ({ ...properties, userId })),
    ...waiting.flatMap((job, at) => checkRecords(`${place}.waiting[${at}].users`, job.users, user)),
    ...checkUnique(`${place}.users`, 'userId', users),
    ...checkUnique(`${place}.events`, 'id', events),
    ...checkUnique(`${place}.bulkCreations and ${place}.waiting`, 'id', [...bulkCreations, ...waiting]),
  ];
}
