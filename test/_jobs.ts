import { vi } from 'vitest';
import type { Mock } from 'vf-mock';
import { bot, key } from './_setup.ts';
import type { YellowSettings } from './clients/yellow.ts';

type Send = (path: string, init: RequestInit) => Promise<Response>;

/** A client in process that sleeps on the clock of its mock. The clock jumps to the end of each wait. */
export function inProcess(mock: Mock, seed = 1): YellowSettings {
  const { now, sleep } = mock.clock;
  mock.clock.autoAdvance();
  const timeout = (ms: number): AbortSignal => {
    const late = new AbortController();
    void sleep(ms).then(() => late.abort(new Error('The answer took too long')));
    return late.signal;
  };
  return { apiKey: key, bot, fetch: mock.fetch, now, sleep, timeout, random: createRandom(seed) };
}

/**
 * A client over the network, on a manual clock. The clock advances when all requests under way are held by the server.
 * So no wait depends on the speed of the machine.
 */
export function overNetwork(mock: Mock, baseUrl: string, seed = 1): YellowSettings {
  const { clock } = mock;
  const { sleep } = clock;
  const wakeUps: number[] = [];
  let [underWay, held] = [0, 0];

  async function until(ms: number, signal?: AbortSignal): Promise<void> {
    const wakeUp = clock.now() + ms;
    wakeUps.push(wakeUp);
    setImmediate(moveOn);
    await sleep(ms, signal).finally(() => wakeUps.splice(wakeUps.indexOf(wakeUp), 1));
  }

  function moveOn(): void {
    // One millisecond more, because a sum of fractions is not exact.
    if (underWay === held && wakeUps.length > 0) void clock.advance(Math.min(...wakeUps) - clock.now() + 1);
  }

  vi.spyOn(clock, 'sleep').mockImplementation(async (ms, signal) => {
    held += 1;
    await until(ms, signal).finally(() => (held -= 1));
  });
  return {
    apiKey: key,
    bot,
    baseUrl,
    async fetch(url, init) {
      underWay += 1;
      try {
        const answer = await fetch(url, init);
        return new Response(await answer.arrayBuffer(), answer);
      } finally {
        underWay -= 1;
        setImmediate(moveOn);
      }
    },
    sleep: until,
    timeout: () => new AbortController().signal,
    now: clock.now,
    random: createRandom(seed),
  };
}

/** A client that sends one request at a time. When it sleeps, it advances the clock itself. */
export function oneAtATime(mock: Mock, send: Send, seed = 1): YellowSettings {
  const { now, advance: sleep } = mock.clock;
  return {
    apiKey: key,
    bot,
    fetch: send,
    now,
    sleep,
    timeout: () => new AbortController().signal,
    random: createRandom(seed),
  };
}

/** A seeded random generator (mulberry32 by Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
