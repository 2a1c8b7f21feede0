import type { YellowOptions } from '../config/options.ts';
import type { Handlers, LeftOut } from '../engine/api.ts';
import type { RejectedRecord, ValidatedRequest } from '../engine/request.ts';
import type { components, operations as Operations } from '../generated/yellow.ts';
import { toValidationMessage } from '../openapi/validation-message.ts';
import type { Bot } from './bot.ts';
import type { IdentifiedUser } from './bulk-creations.ts';
import { refuse } from './refusals.ts';

type Bulk = Handlers<Operations, Bot>;
type UserRecord = components['schemas']['UserRecord'];

interface RowError {
  /** Position in the request, from 0. */
  readonly row: number;
  readonly message: string;
}

export const bulkCreateUsers: Bulk['bulkCreateUsers'] = ({ body: { users }, query, rejected, digest }, bot) => {
  const { invalidRecord, missingUserId } = bot.options;
  const uponConflict = query.uponConflict ?? bot.options.uponConflict;
  const unnamed = missingUserId === 'refuse' ? findNameless(users) : [];
  const [first] = [...rejected.map(toRowError), ...unnamed].sort((a, b) => a.row - b.row);
  if (first && invalidRecord === 'refuse-all') return refuse('invalid', `Row [${first.row}]: ${first.message}`);
  const id = bot.newId(digest);
  const stored = users.flatMap((user, row) => {
    if (isIdentified(user)) return [user];
    return missingUserId === 'refuse' ? [] : [{ ...user, userId: bot.newUserId(id, row) }];
  });
  bot.bulkCreations.start(id, stored, uponConflict);
  return { status: 200, body: { message: '', data: id } };
};

const nameless = 'userId is required';

/** Whether a bulk creation leaves existing users unchanged. */
export function retainsExisting({ query }: ValidatedRequest, options: YellowOptions): boolean {
  const { uponConflict = options.uponConflict } = query;
  return uponConflict === 'RETAIN_IMPORTED' && options.retainImported === 'keep-existing';
}

export const getBulkCreation: Bulk['getBulkCreation'] = ({ query }, bot) => {
  const creation = bot.bulkCreations.find(query.id);
  if (creation === undefined) return refuse('invalid', `No bulk creation has the id ${query.id}`);
  const comment = creation.finished ? 'finished processing' : 'processing';
  const result = {
    newUsers: toBot(creation.newUsers, bot),
    conflictedUsers: toBot(creation.conflictedUsers, bot),
  };
  return { status: 200, body: { message: 'Details Fetched Successfully', data: { comment, result } } };
};

/** Without a word, a bulk creation that skips invalid records leaves out those without `userId` (YE-5). */
export function leavesOut(
  { operation, body, rejected }: ValidatedRequest,
  options: YellowOptions,
): LeftOut | undefined {
  if (operation.records?.judged !== 'separately' || options.missingUserId !== 'refuse') return undefined;
  const { users } = body as { readonly users: readonly UserRecord[] };
  const bad = new Set(rejected.map(({ index }) => index));
  const valid = Array.from({ length: users.length + bad.size }, (_, index) => index).filter((index) => !bad.has(index));
  const rows = findNameless(users);
  return { positions: rows.map(({ row }) => valid[row] ?? -1), reason: nameless };
}

function isIdentified(user: UserRecord): user is IdentifiedUser {
  return user.userId !== undefined;
}

function toRowError({ index, error }: RejectedRecord): RowError {
  return { row: index, message: toValidationMessage(error, 'The record') };
}

/**
 * Records without `userId` (YE-5). `users` does not contain rejected records. So a row number after a rejected record
 * is too low. This is harmless, because only the first bad row is reported, and that is the rejected one.
 */
function findNameless(users: readonly UserRecord[]): RowError[] {
  return users.flatMap(({ userId }, row) => (userId === undefined ? [{ row, message: nameless }] : []));
}

function toBot(users: readonly string[], { id }: Bot): Record<string, string> {
  return Object.fromEntries(users.map((user) => [user, id]));
}
