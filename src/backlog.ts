import type { Clock } from './clock.ts';

/** Work that is taken now and done later, first in, first out. Nothing ticks: what is due is done when looked at. */
export interface Backlog {
  /** Takes work to be done `delay` milliseconds from now, or when the work before it is done if that is later. */
  add(delay: number, work: () => void): void;
  /** Takes work to be done `interval` milliseconds after the work before it. */
  append(interval: number, work: () => void): void;
  /** Does what is due by now. */
  settle(): void;
  /** Jobs still waiting. */
  size(): number;
  /** Milliseconds until at most `jobs` are waiting; `Infinity` when that never comes. */
  timeUntil(jobs: number): number;
}

export function createBacklog(clock: Clock): Backlog {
  let jobs: { readonly due: number; readonly work: () => void }[] = [];
  let done = 0;

  function push(due: number, work: () => void): void {
    jobs.push({ due, work });
    settle();
  }

  function settle(): void {
    const now = clock.now();
    for (let job = jobs[done]; job !== undefined && job.due <= now; job = jobs[done]) {
      done += 1;
      job.work();
    }
    // Dropping the done jobs only when they are half of the list keeps each job's cost constant.
    if (done > 0 && done * 2 >= jobs.length) {
      jobs = jobs.slice(done);
      done = 0;
    }
  }

  const lastDue = (): number => jobs.at(-1)?.due ?? 0;

  return {
    add: (delay, work) => {
      push(Math.max(clock.now() + delay, lastDue()), work);
    },
    append: (interval, work) => {
      push(Math.max(clock.now(), lastDue()) + interval, work);
    },
    settle,
    size: () => jobs.length - done,
    timeUntil(most): number {
      if (jobs.length - done <= most) return 0;
      const last = jobs[jobs.length - 1 - most];
      return last === undefined ? Infinity : last.due - clock.now();
    },
  };
}
