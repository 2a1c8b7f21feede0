/** The one source of time of a mock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds of this clock, or until `signal` is aborted: then it rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Moves a manual clock forward by `ms` milliseconds, and wakes on the way all sleepers that are due, in order.
   *
   * @throws On a system clock, and for anything but a number of 0 or more.
   */
  advance(ms: number): Promise<void>;
  /**
   * Moves a manual clock to a time, as a `Date`, an ISO 8601 text or milliseconds since 1970. It never goes back.
   *
   * @throws On a system clock, for an earlier time, and for what is no time.
   */
  set(time: Date | string | number): Promise<void>;
  /**
   * Lets a manual clock jump to the next sleeper by itself whenever nothing else is left to do in this process.
   *
   * @throws On a system clock.
   */
  autoAdvance(on?: boolean): void;
}

/** Longest time that the platform's timers take. */
const longestTimer = 2 ** 31 - 1;

/** A clock that follows `Date.now` and `setTimeout` as they are when called, so that fake timers move it. */
export function createSystemClock(): Clock {
  const throwNotManual = (what: string): never => {
    throw new Error(
      `Failed to ${what} the clock: it is the system's. Create the mock with { clock: 'manual' }, or use fake timers.`,
    );
  };
  return {
    now: () => Date.now(),
    sleep: async (ms, signal) =>
      sleepUntilWoken(signal, (wake) => {
        const timer = ms < longestTimer ? setTimeout(wake, ms) : undefined;
        return () => clearTimeout(timer);
      }),
    advance: async () => Promise.resolve(throwNotManual('advance')),
    set: async () => Promise.resolve(throwNotManual('set')),
    autoAdvance: () => throwNotManual('advance'),
  };
}

interface Sleeper {
  readonly due: number;
  wake(): void;
}

/** A clock that moves only when told. */
export function createManualClock(start: Date | string | number): Clock {
  const sleepers = new Set<Sleeper>();
  let now = checkTime(start);
  let isAutomatic = false;
  let arrivals = 0;

  async function moveTo(time: number): Promise<void> {
    for (let next = findNext(); next !== undefined && next.due <= time; next = findNext()) {
      now = Math.max(now, next.due);
      next.wake();
      await nextTurn();
    }
    now = Math.max(now, time);
  }

  /** The first that is due; of several, the one that has slept longest. */
  function findNext(): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) if (next === undefined || sleeper.due < next.due) next = sleeper;
    return next;
  }

  /** Jumps from sleeper to sleeper, each time that a whole turn has passed in which nobody new fell asleep. */
  async function jumpWhenIdle(arrival: number): Promise<void> {
    await nextTurn();
    while (isAutomatic && arrival === arrivals) {
      const next = findNext();
      if (next === undefined || next.due === Infinity) return;
      await moveTo(next.due);
    }
  }

  return {
    now: () => now,
    sleep: async (ms, signal) =>
      sleepUntilWoken(signal, (wake) => {
        const sleeper = { due: now + ms, wake };
        sleepers.add(sleeper);
        if (isAutomatic) void jumpWhenIdle((arrivals += 1));
        return () => sleepers.delete(sleeper);
      }),
    async advance(ms): Promise<void> {
      if (!(ms >= 0) || Number.isNaN(toMilliseconds(now + ms))) {
        throw new Error(`Failed to advance the clock by ${ms}: use a number of milliseconds, 0 or more.`);
      }
      await moveTo(now + ms);
    },
    async set(time): Promise<void> {
      const next = checkTime(time);
      if (next < now) {
        throw new Error(`Failed to set the clock to ${toIso(next)}: it stands at ${toIso(now)} and never goes back.`);
      }
      await moveTo(next);
    },
    autoAdvance(on = true): void {
      isAutomatic = on;
      if (on) void jumpWhenIdle((arrivals += 1));
    },
  };
}

/** `fallAsleep` gets what wakes the sleeper, and answers what makes the clock forget it. */
async function sleepUntilWoken(
  signal: AbortSignal | undefined,
  fallAsleep: (wake: () => void) => () => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    signal?.throwIfAborted();
    const forget = fallAsleep(() => leave(resolve));
    const abort = (): void => leave(() => reject(toAbortError(signal)));
    signal?.addEventListener('abort', abort);
    function leave(end: () => void): void {
      forget();
      signal?.removeEventListener('abort', abort);
      end();
    }
  });
}

/** ISO 8601 in UTC with milliseconds, as both APIs write times. */
export function toIso(ms: number): string {
  if (ms !== lastIso.ms) lastIso = { ms, text: new Date(ms).toISOString() };
  return lastIso.text;
}

// All records of a chunk have one time.
let lastIso = { ms: 0, text: '1970-01-01T00:00:00.000Z' };

/** The date of HTTP (RFC 9110, section 5.6.7), at this time or the next whole second. */
export function toHttpDate(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toUTCString();
}

/** Milliseconds since 1970; `NaN` for what is no time. */
export function toMilliseconds(time: Date | string | number): number {
  return new Date(time).getTime();
}

function checkTime(time: Date | string | number): number {
  const ms = toMilliseconds(time);
  if (Number.isNaN(ms)) {
    throw new Error(
      `Failed to set the clock: "${String(time)}" is no time. Use a Date, an ISO 8601 text or milliseconds since 1970.`,
    );
  }
  return ms;
}

// As it was before anybody faked it: a turn is one of the event loop, whatever time a test pretends.
const realSetTimeout = setTimeout;

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => {
    realSetTimeout(resolve, 0);
  });
}

function toAbortError(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('Aborted', { cause: reason });
}
