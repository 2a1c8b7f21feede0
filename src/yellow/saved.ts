import { checkUnique } from '../engine/saved.ts';
import { checkRecords } from '../engine/validate.ts';
import type { components } from '../generated/admin.ts';

type SavedBot = components['schemas']['SavedBot'];

/** The problems of a saved bot that its schema does not find. `place` is the path of the bot. */
export function checkSavedBot(place: string, { users, events, bulkCreations, waiting }: SavedBot): string[] {
  const user = 'addUser';
  return [
    // The schema of the state has checked the `userId`. A copy of each user for one more check would take long.
    ...checkRecords(`${place}.users`, users, 'updateUser', ({ properties }) => properties),
    ...waiting.flatMap((job, at) => checkRecords(`${place}.waiting[${at}].users`, job.users, user)),
    ...checkUnique(`${place}.users`, 'userId', users),
    ...checkUnique(`${place}.events`, 'id', events),
    ...checkUnique(`${place}.bulkCreations and ${place}.waiting`, 'id', [...bulkCreations, ...waiting]),
  ];
}
