import type { ValidatedRequest } from '../engine/request.ts';
import { createJobQueue, type QueuedJob, type QueuePositions, type QueueProgress } from '../engine/job-queue.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components as AdminComponents } from '../generated/admin.ts';
import type { components } from '../generated/vibefollow.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import { toRetryAfter } from '../engine/rate-limit.ts';
import type { Saveable } from '../engine/tenants.ts';
import { refuse } from './refusals.ts';
import type { ApiResponse } from '../http/response.ts';

type SavedJob = AdminComponents['schemas']['SavedJob'];

/** Accepted records that are not stored yet. */
export interface Job {
  readonly users?: readonly components['schemas']['UserRecord'][];
  readonly events?: readonly components['schemas']['EventRecord'][];
}

/** The ingest queue of one project. Accepted records wait in it as jobs until they are stored. */
export interface IngestQueue extends Saveable<SavedJob[]> {
  /** Refuses a bulk request if the queue has no room for it. Other requests are never refused. */
  admit(request: ValidatedRequest): ApiResponse | undefined;
  /** Queues the records of a request. */
  enqueue(request: Job): void;
  /** Stores the records that are due. */
  settle(): void;
  /** Number of waiting jobs. */
  depth(): number;
  progress(): QueueProgress;
}

/** `work` stores the records of a job. */
export function createQueue(
  clock: Clock,
  positions: QueuePositions,
  options: VibeFollowOptions,
  work: (queued: QueuedJob<Job>) => void,
): IngestQueue {
  const jobQueue = createJobQueue({
    clock,
    positions,
    work,
    countRecords: ({ users = [], events = [] }) => users.length + events.length,
  });
  return {
    admit({ operation, body }): ApiResponse | undefined {
      const { queueCapacity, queueJob, queueRefusal, queueRetryAfter } = options;
      if (operation.records?.judged !== 'separately') return undefined;
      const records = (body as Record<string, unknown[]>)[operation.records.property ?? '']?.length ?? 0;
      const jobs = queueJob === 'request' ? 1 : records;
      const wait = jobQueue.timeUntil(queueRefusal === 'when-full' ? queueCapacity - 1 : queueCapacity - jobs);
      if (wait === 0) return undefined;
      const refusal = refuse('queue-full', 'The ingest queue is full; let it drain and resume in smaller chunks');
      return queueRetryAfter === 'sent' && wait < Infinity ? { ...refusal, headers: toRetryAfter(wait) } : refusal;
    },
    enqueue(request): void {
      const { drainRate, queueJob } = options;
      if (drainRate === undefined) work({ at: clock.now(), due: clock.now(), job: request });
      else
        for (const job of queueJob === 'request' ? [request] : split(request)) jobQueue.append(1000 / drainRate, job);
    },
    settle: jobQueue.settle,
    depth: jobQueue.size,
    progress: jobQueue.progress,
    save: () => jobQueue.save().map(toSaved),
    load(saved): void {
      jobQueue.load(saved.map(({ at, due = Infinity, ...job }) => ({ at, due, job })));
    },
  };
}

function split({ users = [], events = [] }: Job): Job[] {
  return [...users.map((user) => ({ users: [user] })), ...events.map((event) => ({ events: [event] }))];
}

/** A job without its unknown properties, which are not stored anyway (VF-10). */
function toSaved({ at, due, job: { users, events } }: QueuedJob<Job>): SavedJob {
  return {
    ...(due < Infinity && { due }),
    at,
    ...(users && {
      users: users.map(({ external_user_id, email, traits }) => ({
        external_user_id,
        ...(email !== undefined && { email }),
        ...(traits !== undefined && { traits }),
      })),
    }),
    ...(events && {
      events: events.map(({ external_user_id, name, properties = {}, timestamp }) => ({
        external_user_id,
        name,
        properties,
        ...(timestamp !== undefined && { timestamp }),
      })),
    }),
  };
}
