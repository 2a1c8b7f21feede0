import type { Mock } from 'vf-mock';
import { bot, key } from './_setup.ts';
import type { YellowSettings } from './clients/yellow.ts';

type Send = (path: string, init: RequestInit) => Promise<Response>;

/** A client in process that sleeps on the clock of its mock, which jumps to the next sleeper by itself. */
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

/** A client that sends one request after the other, from anywhere: when it sleeps, it moves the clock itself. */
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

/** The same numbers for the same seed (mulberry32 by Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
