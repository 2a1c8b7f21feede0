import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { certify, type CaseResult } from 'vf-mock/certify';
import { certifyInProcess } from './_certify.ts';
import { users, withKeyPerAttempt, yellow, type Client } from './clients/broken.ts';

const honours = ['retry/honours-retry-after-seconds', 'retry/honours-retry-after-date', 'retry/503-with-retry-after'];
type Wait = (told: number | undefined, retry: number) => number | undefined;

/** Sends chunks one after the other. `wait` says how long it waits before it sends one again; it gives up if `undefined`. */
function waiting(wait: Wait): Client {
  return async (records, { fetch: send = fetch, sleep, now = Date.now, apiKey }) => {
    for (let [from, retry] = [0, 1]; from < records.length; retry += 1) {
      const response = await send('https://api.vibefollow.com/api/v1/users/bulk', {
        method: 'POST',
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ users: records.slice(from, from + 1000) }),
      });
      if (response.ok) {
        [from, retry] = [from + 1000, 0];
        continue;
      }
      const header = response.headers.get('Retry-After');
      const told =
        header === null ? undefined : /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now();
      const ms = wait(told, retry);
      if (ms === undefined || retry > 5) throw new Error(`The API answered ${response.status}`);
      await sleep?.(ms);
    }
  };
}

async function certifyHonours(client: Client, only = honours): Promise<readonly CaseResult[]> {
  return (await certifyInProcess(client, { api: 'vibefollow', only })).cases;
}

describe('Retry-After', () => {
  test.each([1000, 2100, 5000])('a client that always sleeps %i ms honours none', async (ms) => {
    const cases = await certifyHonours(waiting(() => ms));
    expect(cases.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
    for (const { findings } of cases) expect(findings[1]).toMatch(/^retry-after-honored: /);
  });

  test.each([1000, 2000, 9000])('a client that honours it and else sleeps %i ms passes', async (ms) => {
    const cases = await certifyHonours(waiting((told = ms) => told));
    expect(cases.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
  });

  test('a client that sends again only with Retry-After passes, since other cases judge the rest', async () => {
    const cases = await certifyHonours(waiting((told) => told));
    expect(cases.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(cases[0]?.runs).toMatchObject([{ exitCode: 1 }]);
  });

  test('a client that sends nothing again fails', async () => {
    const cases = await certifyHonours(waiting(() => undefined));
    expect(cases.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
    expect(cases[0]?.findings[0]).toBe('The client did not send the chunk again after 429.');
  });

  test('a client that waits very long anyway cannot be judged, and the report says why', async () => {
    const [result, , other] = await certifyHonours(waiting(() => 20_000));
    expect([result?.outcome, other?.outcome]).toEqual(['inconclusive', 'inconclusive']);
    expect(result?.findings).toEqual([
      'Without Retry-After the client waits 20 s, 20 s anyway. With Retry-After it waited 20 s, 20 s, as required or longer (3 s, 4 s).',
    ]);
    const [constant] = await certifyHonours(waiting((told) => told && 20_000));
    expect(constant?.findings).toEqual([
      'Without Retry-After the client does not send again, so that there is nothing to compare with. With Retry-After it waited 20 s, 20 s, as required or longer (3 s, 4 s).',
    ]);
  });

  test.each([2, 8])('a good client with %i chunks at once passes', async (concurrency) => {
    const client: Client = async (records, settings) => users(records, { ...settings, concurrency });
    expect((await certifyHonours(client)).map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
  });

  test('a client with a new key for each attempt cannot be judged, and does not fail', async () => {
    // All failures meet its first chunk, since each attempt is a call. Its own backoff is long by then.
    const cases = await certifyHonours(withKeyPerAttempt);
    expect(cases.map(({ outcome }) => outcome)).toEqual(['inconclusive', 'inconclusive', 'inconclusive']);
  });

  test('the case takes eight seconds with a short backoff, and two longer waits more with a longer one', async () => {
    const durationWith = async (ms: number): Promise<number | undefined> =>
      (
        await certifyHonours(
          waiting((told = ms) => told),
          honours.slice(0, 1),
        )
      )[0]?.duration;
    expect(await durationWith(500)).toBe(3000 + 4000 + 2 * 500);
    expect(await durationWith(2000)).toBe(3000 + 4000 + 2 * 2000 + 5000 + 6000);
  });
});

describe('backoff', () => {
  const only = ['backoff/'];

  test('ends its failures in time for a client with long waits to send the rest', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const client = waiting(() => 16_000);
    const report = await certify({
      api: 'vibefollow',
      only,
      timeout: 60_000,
      client: async ({ records, env, mock }) =>
        client(records, {
          apiKey: env['VIBEFOLLOW_API_KEY'] ?? '',
          bot: '',
          fetch: mock.fetch,
          sleep: async (ms) => Promise.resolve(void vi.setSystemTime(Date.now() + ms)),
        }),
    });
    expect(report.cases.map(({ outcome, requests }) => [outcome, requests])).toEqual([
      ['inconclusive', 18],
      ['inconclusive', 18],
    ]);
  });

  test('judges nothing of a client that never sent a chunk again', async () => {
    const client: Client = async (records, settings) => yellow(records, { ...settings, attempts: 1 });
    const report = await certifyInProcess(client, { api: 'yellow', only });
    expect(report.cases.map(({ outcome, findings }) => [outcome, findings])).toEqual([
      ['not applicable', ['The client made no second attempt of a call, so there are no waits to compare.']],
      ['not applicable', ['The client made no second attempt of a call, so there are no waits to compare.']],
    ]);
  });

  test('a constant wait fails soon, and the rest of the chunks meets no failure', async () => {
    const { cases } = await certifyInProcess(
      waiting(() => 500),
      { api: 'vibefollow', only },
    );
    for (const { outcome, calls } of cases) {
      expect(outcome).toBe('failed');
      expect(calls.filter(({ attempts }) => attempts.length > 1).length).toBeLessThanOrEqual(16);
    }
  });
});
