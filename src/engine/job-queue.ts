import type { Clock } from '../runtime/clock.ts';
import type { Saveable } from './tenants.ts';

/** Work that is taken now and done later, first in, first out. Nothing ticks: what is due is done when looked at. */
export interface JobQueue<Job> extends Saveable<QueuedJob<Job>[]> {
  /** Takes a job to be done `delay` milliseconds from now, or when the job before it is done if that is later. */
  add(delay: number, job: Job): void;
  /** Takes a job to be done `interval` milliseconds after the job before it. */
  append(interval: number, job: Job): void;
  /** Does what is due by now. */
  settle(): void;
  /** Jobs still waiting. */
  size(): number;
  /** Milliseconds until at most `jobs` are waiting; `Infinity` when that never comes. */
  timeUntil(jobs: number): number;
}

/** A job and when it is done, in milliseconds since 1970; `Infinity` for never. */
export interface QueuedJob<Job> {
  readonly due: number;
  readonly job: Job;
}

/** `work` does a job, and is told when it was due. */
export function createJobQueue<Job>(clock: Clock, work: (job: Job, due: number) => void): JobQueue<Job> {
  let jobs: QueuedJob<Job>[] = [];
  let done = 0;

  function push(due: number, job: Job): void {
    jobs.push({ due, job });
    settle();
  }

  function settle(): void {
    const now = clock.now();
    for (let next = jobs[done]; next !== undefined && next.due <= now; next = jobs[done]) {
      done += 1;
      work(next.job, next.due);
    }
    // Dropping the done jobs only when they are half of the list keeps each job's cost constant.
    if (done > 0 && done * 2 >= jobs.length) {
      jobs = jobs.slice(done);
      done = 0;
    }
  }

  const lastDue = (): number => jobs.at(-1)?.due ?? -Infinity;

  return {
    add: (delay, job) => {
      push(Math.max(clock.now() + delay, lastDue()), job);
    },
    append: (interval, job) => {
      push(Math.max(clock.now(), lastDue()) + interval, job);
    },
    settle,
    size: () => jobs.length - done,
    timeUntil(most): number {
      if (jobs.length - done <= most) return 0;
      const last = jobs[jobs.length - 1 - most];
      return last === undefined ? Infinity : last.due - clock.now();
    },
    save: () => jobs.slice(done),
    load(saved): void {
      jobs = [...saved].sort((a, b) => (a.due === b.due ? 0 : a.due - b.due));
      done = 0;
    },
  };
}
