/** What kind of clock a mock has, and what waits on it. */
export interface ClockState {
  /** The option `clock`. */
  readonly kind: 'system' | 'manual';
  /** The time at which the next sleeper wakes. Absent if none does. */
  readonly next?: number;
  /** Number of sleepers. */
  readonly sleepers: number;
  /** Whether a manual clock jumps to the next sleeper by itself. */
  readonly automatic: boolean;
}

/** The only source of time of a mock. A sleeper is a caller of `sleep` that still waits. */
export interface Clock {
  /** The current time, in milliseconds since 1970. */
  now(): number;
  /**
   * Waits for `ms` milliseconds of this clock. With a `signal`, a process of Node stays alive for the wait, but for at
   * most 5 minutes.
   *
   * @param keepAlive `false` lets the process end although there is a signal.
   * @default true
   * @throws The reason of `signal`, when `signal` is aborted first. The returned promise rejects.
   */
  sleep(ms: number, signal?: AbortSignal, keepAlive?: boolean): Promise<void>;
  /**
   * Moves a manual clock forward by `ms` milliseconds. Wakes the sleepers that become due, in the order of their times.
   *
   * @throws On a system clock. Also if `ms` is not a number of 0 or more.
   * @example await mock.clock.advance(1000)
   */
  advance(ms: number): Promise<void>;
  /**
   * Moves a manual clock forward to a time: a `Date`, an ISO 8601 text or milliseconds since 1970.
   *
   * @throws On a system clock. Also for an earlier time or an invalid time.
   * @example await mock.clock.set('2030-01-01T00:00:00Z')
   */
  set(time: Date | string | number): Promise<void>;
  /**
   * Lets a manual clock jump to the time of the next sleeper whenever this process has nothing else to do.
   *
   * @param on `false` stops the jumps.
   * @default true
   * @throws On a system clock.
   */
  autoAdvance(on?: boolean): void;
  /** What kind of clock this is, and what waits on it. */
  state(): ClockState;
}

/** The longest delay that `setTimeout` accepts. */
const longestTimer = 2 ** 31 - 1;

/** A clock that looks up `Date.now` and `setTimeout` at each call, so fake timers move it. */
export function createSystemClock(): Clock {
  const throwNotManual = (what: string): never => {
    throw new Error(
      `Failed to ${what} the clock: it is the system's. Create the mock with { clock: 'manual' }, or use fake timers.`,
    );
  };
  const sleepers = new Set<Sleeper>();
  return {
    now: () => Date.now(),
    sleep: async (ms, signal, keepAlive) =>
      sleepUntilWoken({ signal, keepAlive }, (wake) => {
        const timer = ms < longestTimer ? setTimeout(wake, ms) : undefined;
        const sleeper = { due: Date.now() + ms, wake };
        sleepers.add(sleeper);
        return () => {
          sleepers.delete(sleeper);
          clearTimeout(timer);
        };
      }),
    advance: async () => Promise.resolve(throwNotManual('advance')),
    set: async () => Promise.resolve(throwNotManual('set')),
    autoAdvance: () => throwNotManual('advance'),
    state: () => ({ kind: 'system', ...toSleeperState(sleepers), automatic: false }),
  };
}

interface Sleeper {
  readonly due: number;
  wake(): void;
}

/** A clock that moves only by `advance`, `set` and `autoAdvance`. It calls `onMove` after each move. */
export function createManualClock(start: Date | string | number, onMove: () => void = () => undefined): Clock {
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
    onMove();
  }

  /** The sleeper that is due first. Of several with the same time, the one that started first. */
  function findNext(): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) if (next === undefined || sleeper.due < next.due) next = sleeper;
    return next;
  }

  /** Waits one turn of the event loop, then jumps from sleeper to sleeper. Stops when a new sleeper arrives. */
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
    sleep: async (ms, signal, keepAlive) =>
      sleepUntilWoken({ signal, keepAlive }, (wake) => {
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
        throw new Error(`Failed to set the clock to ${toIso(next)}: it is at ${toIso(now)} and never goes back.`);
      }
      await moveTo(next);
    },
    autoAdvance(on = true): void {
      isAutomatic = on;
      if (on) void jumpWhenIdle((arrivals += 1));
    },
    state: () => ({ kind: 'manual', ...toSleeperState(sleepers), automatic: isAutomatic }),
  };
}

function toSleeperState(sleepers: ReadonlySet<Sleeper>): Pick<ClockState, 'next' | 'sleepers'> {
  const next = [...sleepers].reduce((first, { due }) => Math.min(first, due), Infinity);
  return { ...(next < Infinity && { next }), sleepers: sleepers.size };
}

/** `fallAsleep` takes the function that wakes the sleeper. It returns the function that removes the sleeper. */
async function sleepUntilWoken(
  { signal, keepAlive = true }: { readonly signal: AbortSignal | undefined; readonly keepAlive: boolean | undefined },
  fallAsleep: (wake: () => void) => () => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    signal?.throwIfAborted();
    const release = keepAlive ? keepProcessAlive(signal) : undefined;
    const forget = fallAsleep(() => leave(resolve));
    const abort = (): void => leave(() => reject(toAbortError(signal)));
    signal?.addEventListener('abort', abort);
    function leave(end: () => void): void {
      forget();
      release?.();
      signal?.removeEventListener('abort', abort);
      end();
    }
  });
}

/** A time in ISO 8601, in UTC and with milliseconds. Both APIs write times in this form. */
export function toIso(ms: number): string {
  if (ms !== lastIso.ms) lastIso = { ms, text: new Date(ms).toISOString() };
  return lastIso.text;
}

// All records of one request have the same time, so one remembered text saves most of the work.
let lastIso = { ms: 0, text: '1970-01-01T00:00:00.000Z' };

/** The last second that an HTTP date can express, in the year 9999. */
const lastHttpDate = 253_402_300_799_000;

/** A time as an HTTP date (RFC 9110, section 5.6.7), rounded up to whole seconds. */
export function toHttpDate(ms: number): string {
  return new Date(Math.min(Math.ceil(ms / 1000) * 1000, lastHttpDate)).toUTCString();
}

/** The value of a header `Date`. It is rounded down, so that it is never ahead of the clock. */
export function toDateHeader(ms: number): string {
  return toHttpDate(Math.floor(ms / 1000) * 1000);
}

/** Milliseconds since 1970, or `NaN` for an invalid time. */
export function toMilliseconds(time: Date | string | number): number {
  return new Date(time).getTime();
}

function checkTime(time: Date | string | number): number {
  const ms = toMilliseconds(time);
  if (Number.isNaN(ms)) {
    throw new Error(
      `Failed to set the clock: "${String(time)}" is not a time. Use a Date, an ISO 8601 text or milliseconds since 1970.`,
    );
  }
  return ms;
}

// The real timers, taken before fake timers replace them. `nextTurn` must wait for a real turn of the event loop.
const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;

/** Node's `fetch` waits no longer for an answer, or for the next piece of a body. */
const longestWait = 300_000;

/**
 * Keeps a process of Node alive for a wait with a signal, since the timer of `AbortSignal.timeout` does not. Call the
 * returned function at the end of the wait.
 */
export function keepProcessAlive(signal: AbortSignal | undefined): () => void {
  if (signal === undefined) return () => undefined;
  const timer = realSetTimeout(() => undefined, longestWait);
  return () => realClearTimeout(timer);
}

/** Calls `wake` after `ms` milliseconds, but does not keep a process of Node alive for it. Returns how to cancel it. */
export function wakeLater(ms: number, wake: () => void): () => void {
  const timer: unknown = setTimeout(wake, Math.min(ms, longestTimer));
  (timer as Partial<{ unref(): void }>).unref?.();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
}

/** Calls `wake` after `ms` milliseconds of real time, whatever the clock is. Returns how to cancel it. */
export function wakeInRealTime(ms: number, wake: () => void): () => void {
  const timer = realSetTimeout(wake, ms);
  return () => realClearTimeout(timer);
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => void realSetTimeout(resolve, 0));
}

function toAbortError(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('Aborted', { cause: reason });
}
