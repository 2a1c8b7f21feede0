import type { Draw } from '../../src/records/draw.ts';

/** A strategy of backoff, with the right verdicts on it. */
export interface Strategy {
  readonly name: string;
  readonly grows: boolean;
  readonly jitters: boolean;
  /** Whether 16 calls are too few to judge its growth in nearly all runs. */
  readonly isHard?: true;
  /** The waits before the second and the third attempt of a call, in milliseconds. */
  waits(draw: Draw): readonly [number, number];
}

/** A random number from `low` to `high`, each equally likely. */
export function drawBetween(draw: Draw, low: number, high: number): number {
  return low + ((high - low) * draw.below(2 ** 32)) / 2 ** 32;
}

export const strategies: readonly Strategy[] = [
  ...[100, 200, 500, 1000].map((ms) => toPlain(`constant ${toName(ms)}`, false, ms, ms)),
  ...[500, 1000].map((ms) => toRandom(`constant ${toName(ms)}, full jitter`, false, [0, ms], [0, ms])),
  toRandom('constant 0.5 s, equal jitter', false, [250, 500], [250, 500]),
  toRandom('constant 0.5 s plus 0 to 0.1 s', false, [500, 600], [500, 600]),
  toRandom('constant 0.5 s, ±10 %', false, [450, 550], [450, 550]),
  toPlain('retry at once', false, 0, 0),
  ...[200, 500, 1000].map((ms) => toPlain(`linear or exponential ${toName(ms)}`, true, ms, 2 * ms)),
  toPlain('exponential 0.5 s, capped at 0.8 s', true, 500, 800),
  toPlain('exponential 0.5 s, factor 1.5', true, 500, 750),
  ...[200, 500, 1000].map((ms) => toRandom(`exponential ${toName(ms)}, full jitter`, true, [0, ms], [0, 2 * ms])),
  toRandom('exponential 0.5 s, equal jitter', true, [250, 500], [500, 1000]),
  toDecorrelated('decorrelated jitter 0.1 s', 100, 20_000),
  toDecorrelated('decorrelated jitter 0.5 s', 500, 20_000),
  toDecorrelated('decorrelated jitter 0.5 s, capped at 2 s', 500, 2000),
  toRandom('AWS SDK, full jitter 0.1 s', true, [0, 100], [0, 200]),
  toRandom('axios-retry, exponentialDelay', true, [200, 240], [400, 480]),
  toRandom('botocore, standard mode', true, [0, 1000], [0, 2000]),
  toRandom('cenkalti/backoff, resilience4j', true, [250, 750], [375, 1125]),
  toPlain('curl --retry', true, 1000, 2000),
  toRandom('Faraday retry, 0.5 s, randomness 0.5', true, [500, 750], [1000, 1250]),
  toPlain('go-retryablehttp', true, 1000, 2000),
  toRandom('got', true, [1000, 1100], [2000, 2100]),
  toRandom('gRPC', true, [800, 1200], [1280, 1920]),
  toPlain('Guzzle, exponentialDelay', true, 1000, 2000),
  toPlain('ky', true, 300, 600),
  toRandom('ky, jitter', true, [0, 300], [0, 600]),
  toRandom('p-retry, randomize', true, [1000, 2000], [2000, 4000]),
  { name: 'Polly, decorrelated jitter 1 s', grows: true, jitters: true, isHard: true, waits: drawPolly },
  toRandom('tenacity, wait_random_exponential(0.5)', true, [0, 500], [0, 1000]),
  toRandom('tenacity, wait_exponential_jitter', true, [1000, 2000], [2000, 3000]),
  toPlain('undici RetryAgent', true, 500, 1000),
  toPlain('urllib3, backoff_factor 0.5', true, 0, 1000),
  toRandom('urllib3 2, backoff_factor 0.5, jitter 0.5', true, [0, 0], [1000, 1500]),
  toRandom('VibeFollow SDK (0.5 s and full jitter assumed)', true, [0, 500], [0, 1000]),
];

function toName(ms: number): string {
  return `${ms / 1000} s`;
}

function toPlain(name: string, grows: boolean, first: number, second: number): Strategy {
  return { name, grows, jitters: false, waits: () => [first, second] };
}

type Range = readonly [number, number];

function toRandom(name: string, grows: boolean, first: Range, second: Range): Strategy {
  return {
    name,
    grows,
    jitters: true,
    waits: (draw) => [drawBetween(draw, ...first), drawBetween(draw, ...second)],
  };
}

/** Each wait is drawn from the base to three times the wait before it. */
function toDecorrelated(name: string, base: number, cap: number): Strategy {
  return {
    name,
    grows: true,
    jitters: true,
    waits(draw): [number, number] {
      const first = Math.min(cap, drawBetween(draw, base, 3 * base));
      return [first, Math.min(cap, drawBetween(draw, base, 3 * first))];
    },
  };
}

/** `Backoff.DecorrelatedJitterBackoffV2` of Polly.Contrib.WaitAndRetry with a median of 1 s. */
function drawPolly(draw: Draw): [number, number] {
  const [first, second] = [0, 1].map((retry) => {
    const time = retry + drawBetween(draw, 0, 1);
    return (1000 / 1.4) * 2 ** time * Math.tanh(Math.sqrt(4 * time));
  }) as [number, number];
  return [first, second - first];
}
