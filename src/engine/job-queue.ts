import type { Clock } from '../runtime/clock.ts';
import type { Saveable } from './tenants.ts';

/** A first-in-first-out queue of jobs. It has no timer: `settle` does the jobs that are due. */
export interface JobQueue<Job> extends Saveable<QueuedJob<Job>[]> {
  /** Adds a job that is due in `delay` milliseconds, but not before the previous job. */
  add(delay: number, job: Job): void;
  /** Adds a job that is due `interval` milliseconds after the previous job. */
  append(interval: number, job: Job): void;
  /** Does the jobs that are due. */
  settle(): void;
  /** Number of waiting jobs. */
  size(): number;
  /** Milliseconds until at most `jobs` jobs wait. `Infinity` if that never happens. */
  timeUntil(jobs: number): number;
  /** How many records were queued and stored. */
  progress(): QueueProgress;
}

/**
 * How far a queue is. It stores records in the order in which they were queued. Its numbers begin above those of all
 * earlier queues, so a record of a queue that was replaced does not wait any more.
 */
export interface QueueProgress {
  /** Position of the record that was queued last. */
  readonly queued: number;
  /** Position of the record that was stored last. */
  readonly stored: number;
}

/** A job in the queue. */
export interface QueuedJob<Job> {
  /** When the job was added, in milliseconds since 1970. */
  readonly at: number;
  /** When the job is done, in milliseconds since 1970. `Infinity` for never. */
  readonly due: number;
  readonly job: Job;
}

/** The positions of the records in all queues of an API. They never restart, also if a queue is replaced. */
export interface QueuePositions {
  highest(): number;
  reach(position: number): void;
}

export function createQueuePositions(): QueuePositions {
  let highest = 0;
  return { highest: () => highest, reach: (position) => void (highest = Math.max(highest, position)) };
}

/** The parts of a queue that differ between APIs. */
interface QueueParts<Job> {
  readonly clock: Clock;
  readonly positions: QueuePositions;
  /** Does a job that is due. */
  work(queued: QueuedJob<Job>): void;
  /** Number of records of a job. */
  countRecords(job: Job): number;
}

export function createJobQueue<Job>({ clock, positions, work, countRecords }: QueueParts<Job>): JobQueue<Job> {
  let jobs: QueuedJob<Job>[] = [];
  let done = 0;
  let [queued, stored] = [positions.highest(), positions.highest()];
  /** The latest time known. It is after now if the clock was set back. */
  let latest = -Infinity;

  function push(due: number, job: Job): void {
    jobs.push({ at: clock.now(), due, job });
    queued += countRecords(job);
    positions.reach(queued);
    settle();
  }

  function settle(): void {
    const now = followClock();
    for (let next = jobs[done]; next !== undefined && next.due <= now; next = jobs[done]) {
      done += 1;
      stored += countRecords(next.job);
      work(next);
    }
    // Done jobs are dropped only when they are half of the list. So the cost per job stays constant.
    if (done > 0 && done * 2 >= jobs.length) {
      jobs = jobs.slice(done);
      done = 0;
    }
  }

  /** After the clock was set back, jobs wait only for the rest of their time. Returns the current time. */
  function followClock(): number {
    const now = clock.now();
    const setBack = latest - now;
    latest = now;
    if (setBack > 0) {
      jobs = jobs.slice(done).map(({ at, due, job }) => ({ at: at - setBack, due: due - setBack, job }));
      done = 0;
    }
    return now;
  }

  const lastDue = (): number => jobs.at(-1)?.due ?? -Infinity;

  return {
    add: (delay, job) => push(Math.max(clock.now() + delay, lastDue()), job),
    append: (interval, job) => push(Math.max(clock.now(), lastDue()) + interval, job),
    settle,
    size: () => jobs.length - done,
    timeUntil(count): number {
      if (jobs.length - done <= count) return 0;
      const last = jobs[jobs.length - 1 - count];
      return last === undefined ? Infinity : last.due - clock.now();
    },
    save: () => jobs.slice(done),
    load(saved): void {
      jobs = [...saved].sort((a, b) => (a.due === b.due ? 0 : a.due - b.due));
      done = 0;
      latest = jobs.reduce((newest, { at }) => Math.max(newest, at), -Infinity);
      queued += jobs.reduce((sum, { job }) => sum + countRecords(job), 0);
      positions.reach(queued);
      followClock();
    },
    progress: () => ({ queued, stored }),
  };
}
