import { createJobQueue, type QueuedJob, type QueuePositions, type QueueProgress } from '../engine/job-queue.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/yellow.ts';
import type { YellowOptions } from '../config/options.ts';
import type { Saveable } from '../engine/tenants.ts';
import type { Store } from './store.ts';

/**
 * A user with a `userId`, sent by the client or generated (YE-5).
 *
 * @interface
 */
export type IdentifiedUser = components['schemas']['UserRecord'] & { readonly userId: string };

/** A bulk creation: one request that creates many users. They are stored after the option `processingTime`. */
export interface BulkCreation {
  /** The id in the answer of `create-bulk`. */
  readonly id: string;
  /** Whether the users are stored. */
  readonly finished: boolean;
  /** `userId`s that the bulk creation has created. Empty until it is finished. */
  readonly newUsers: readonly string[];
  /** `userId`s that existed before. Empty until the bulk creation is finished. */
  readonly conflictedUsers: readonly string[];
}

type Saved = Pick<AdminComponents['schemas']['SavedBot'], 'bulkCreations' | 'waiting'>;

/** A bulk creation that is not finished. */
interface Job {
  readonly id: string;
  readonly uponConflict: YellowOptions['uponConflict'];
  readonly users: readonly IdentifiedUser[];
}

export interface BulkCreations extends Saveable<Saved> {
  /** Starts a bulk creation, which stores its users after the `processingTime`. */
  start(id: string, users: readonly IdentifiedUser[], uponConflict: YellowOptions['uponConflict']): void;
  find(id: string): BulkCreation | undefined;
  /** All bulk creations, in order of their start. */
  list(): BulkCreation[];
  isEmpty(): boolean;
  /** Stores the users that are due. */
  settle(): void;
  progress(): QueueProgress;
}

export function createBulkCreations(
  store: Store,
  clock: Clock,
  positions: QueuePositions,
  options: YellowOptions,
): BulkCreations {
  const jobQueue = createJobQueue({ clock, positions, work: finish, countRecords: ({ users }) => users.length });
  const creations = new Map<string, BulkCreation>();

  function begin({ id }: Job): void {
    creations.set(id, { id, finished: false, newUsers: [], conflictedUsers: [] });
  }

  function finish({ due: at, job: { id, users, uponConflict } }: QueuedJob<Job>): void {
    const existed = new Set(users.flatMap(({ userId }) => (store.has(userId) ? [userId] : [])));
    for (const user of users) storeUser(user, at, existed.has(user.userId) ? uponConflict : 'UPDATE_EXISTING');
    const newUsers = new Set(users.flatMap(({ userId }) => (existed.has(userId) ? [] : [userId])));
    creations.set(id, { id, finished: true, newUsers: [...newUsers], conflictedUsers: [...existed] });
  }

  /** A user that this bulk creation itself has created is no conflict. A later row with its `userId` updates it. */
  function storeUser(user: IdentifiedUser, at: number, uponConflict: YellowOptions['uponConflict']): void {
    if (uponConflict === 'UPDATE_EXISTING') store.merge(user.userId, user, at);
    else if (options.retainImported === 'replace') store.replace(user.userId, user, at);
  }

  return {
    start(id, users, uponConflict): void {
      const job = { id, users, uponConflict };
      begin(job);
      jobQueue.add(options.processingTime, job);
    },
    find: (id) => creations.get(id),
    list: () => [...creations.values()],
    isEmpty: () => creations.size === 0,
    settle: jobQueue.settle,
    progress: jobQueue.progress,
    save: () => ({
      bulkCreations: [...creations.values()].flatMap(({ finished, id, newUsers, conflictedUsers }) =>
        finished ? [{ id, newUsers: [...newUsers], conflictedUsers: [...conflictedUsers] }] : [],
      ),
      waiting: jobQueue.save().map(({ at, due, job }) => ({
        ...job,
        at,
        ...(due < Infinity && { due }),
        users: [...job.users],
      })),
    }),
    load({ bulkCreations, waiting }): void {
      for (const creation of bulkCreations) creations.set(creation.id, { finished: true, ...creation });
      jobQueue.load(waiting.map(({ at = clock.now(), due = Infinity, ...job }) => ({ at, due, job })));
      for (const { job } of jobQueue.save()) begin(job);
    },
  };
}
