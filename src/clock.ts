/** The one source of time of a mock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Moves a manual clock forward by `ms` milliseconds.
   *
   * @throws On a system clock, and for anything but a number of 0 or more.
   */
  advance(ms: number): void;
  /**
   * Sets a manual clock to a time, as a `Date`, an ISO 8601 text or milliseconds since 1970. It never goes back.
   *
   * @throws On a system clock, for an earlier time, and for what is no time.
   */
  set(time: Date | string | number): void;
}

/** A clock that follows `Date.now` as it is when read, so that the fake timers of a test runner move it. */
export function createSystemClock(): Clock {
  const refuse = (what: string): never => {
    throw new Error(
      `Failed to ${what}: it is the system's. Create the mock with { clock: 'manual' }, or use fake timers.`,
    );
  };
  return {
    now: () => Date.now(),
    advance: () => refuse('advance the clock'),
    set: () => refuse('set the clock'),
  };
}

/** A clock that moves only when told. */
export function createManualClock(start: Date | string | number): Clock {
  let now = checkTime(start);
  return {
    now: () => now,
    advance(ms): void {
      if (!(ms >= 0) || Number.isNaN(toMilliseconds(now + ms))) {
        throw new Error(`Failed to advance the clock by ${String(ms)}: use a number of milliseconds, 0 or more.`);
      }
      now += ms;
    },
    set(time): void {
      const next = checkTime(time);
      if (next < now) {
        throw new Error(`Failed to set the clock to ${toIso(next)}: it stands at ${toIso(now)} and never goes back.`);
      }
      now = next;
    },
  };
}

/** ISO 8601 in UTC with milliseconds, as both APIs write times. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString();
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
