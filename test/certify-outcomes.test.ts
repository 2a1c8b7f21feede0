import { expect, onTestFinished, test, vi } from 'vitest';
import { certify, reports, type Task } from 'vf-mock/certify';
import { certifyInProcess, toSettings } from './_certify.ts';
import { parseJUnit } from './_junit.ts';
import { users, withoutRetryAfter, yellow, type Client } from './clients/broken.ts';

const one = { api: 'vibefollow', only: ['delivery/one-record'] } as const;

test('a function that throws has exited with 1, and said why', async () => {
  const client = async (_task: unknown, say: (text: string) => void): Promise<never> => {
    say('I begin');
    return Promise.reject(new Error('There is no disk'));
  };
  const [result] = (await certify({ ...one, client })).cases;
  expect(result).toMatchObject({
    outcome: 'failed',
    findings: [
      'The client exited with 1 before its first request: Error: There is no disk',
      'The client sent no request to its base URL.',
    ],
    runs: [{ exitCode: 1, stdout: 'I begin\n', stderr: 'Error: There is no disk', outputBytes: 31 }],
  });
  // A client can also throw before it returns a promise.
  const early = (): never => {
    throw new Error('There is no disk');
  };
  expect((await certify({ ...one, client: early })).cases).toMatchObject([{ runs: [{ exitCode: 1 }] }]);
});

test('a function that never ends is left behind when its time is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const client: Client = async (records, settings) => {
    await users(records, settings);
    vi.advanceTimersByTime(2000);
    return new Promise(() => undefined);
  };
  const [result] = (await certifyInProcess(client, { ...one, timeout: 2000 })).cases;
  expect(result).toMatchObject({
    outcome: 'failed',
    findings: ['certify stopped the client: it still ran after 2 s. If it may take longer, use a longer timeout.'],
    runs: [
      { stopped: 'certify stopped the client: it still ran after 2 s. If it may take longer, use a longer timeout.' },
    ],
    requests: 1,
  });
  expect(result?.runs[0]).not.toHaveProperty('exitCode');
});

test('a client that ends at a health check is told which request it was', async () => {
  const client = async ({ mock }: Task): Promise<never> => {
    const { status } = await mock.fetch('https://api.vibefollow.com/health');
    throw new Error(`health says ${status}`);
  };
  const report = await certify({ ...one, client });
  expect(report.causes).toMatchObject([
    {
      kind: 'no-request',
      message: 'The client sent only requests that mean no API, such as GET /health (404 not_found).',
    },
  ]);
});

test('a client that waits for ever after a failure is told which', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const report = await certify({
    api: 'vibefollow',
    only: ['retry/malformed'],
    clock: 'manual',
    timeout: 2000,
    client: async (task) => {
      await users(task.records, { ...toSettings(task), attempts: 1 }).catch(() => undefined);
      await task.mock.clock.advance(2000);
      vi.advanceTimersByTime(2000);
      return new Promise(() => undefined);
    },
  });
  expect(report.causes).toMatchObject([
    {
      kind: 'stopped',
      message: 'The client sent nothing more after 429 with a malformed Retry-After, until certify stopped it.',
    },
  ]);
});

test('the records are of the seed that is given', async () => {
  const seen = async (seed: number): Promise<unknown> => {
    const given: unknown[] = [];
    await certify({ ...one, seed, client: async ({ records }) => Promise.resolve(given.push(...records)) });
    return given;
  };
  expect(await seen(7)).toEqual(await seen(7));
  expect(await seen(7)).not.toEqual(await seen(8));
});

test.each([
  ['vibefollow', users, `sk_test_${'1'.repeat(32)}`],
  ['yellow', yellow, 'my-key'],
] as const)('a client that brings a key of its own for %s is refused', async (api, good, apiKey) => {
  const client: Client = async (records, settings) => good(records, { ...settings, apiKey });
  const [result] = (await certifyInProcess(client, { ...one, api })).cases;
  expect(result).toMatchObject({ outcome: 'failed', runs: [{ exitCode: 1 }], requests: 1 });
  expect(result?.findings[0]).toMatch(/^The API refused POST \S+ with 401/);
  expect(result?.findings[1]).toMatch(/^complete: 1 record/);
  expect(result?.calls[0]?.attempts[0]?.answer).toMatch(/^401/);
});

test('what happened not says nothing of a client that gave no occasion for it', async () => {
  const slow: Client = async (records, settings) => {
    for (let from = 0; from < records.length; from += 1000) {
      await yellow(records.slice(from, from + 1000), settings);
      await settings.sleep?.(3000);
    }
  };
  const keyless: Client = async (records, { fetch: send = fetch, ...settings }) =>
    users(records, {
      ...settings,
      fetch: async (url, init) => {
        const headers = new Headers(init.headers);
        headers.delete('Idempotency-Key');
        return send(url, { ...init, headers });
      },
    });
  const [patient, without] = await Promise.all([
    certifyInProcess(slow, { api: 'yellow', only: ['limit/'] }),
    certifyInProcess(keyless, { api: 'vibefollow', only: ['idempotency/reused'] }),
  ]);
  for (const [report, finding] of [
    [patient, 'No request exceeded the limit.'],
    [without, 'The client uses no Idempotency-Key.'],
  ] as const) {
    expect(report).toMatchObject({ passed: true, cases: [{ outcome: 'not applicable', findings: [finding] }] });
    const text = reports.text(report);
    expect(text).toContain(`n/a     `);
    expect(text).toContain(`\n          ${finding}\n`);
    expect(text).toContain('PASSED: MUST 0 of 0, SHOULD 0 of 0, 1 not applicable, in');
  }
});

test('a score card says of each failure what is required, what is wrong and when, 80 columns wide', async () => {
  const report = await certifyInProcess(withoutRetryAfter, { api: 'vibefollow', only: ['retry/', 'queue/'] });
  const lines = reports.text(report).split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  const text = lines.join('\n').replaceAll(/\s+/g, ' ');
  const failed = report.cases.filter(({ outcome }) => outcome === 'failed');
  expect(failed).toHaveLength(4);
  for (const { id, level, requirement, findings, timeline } of failed) {
    expect(text).toMatch(new RegExp(`FAILED ${id.replace(/.*\//, '')} ${level} [\\d.]+ s ${requirement} - `));
    for (const part of [...findings, timeline]) expect(text).toContain(part.replaceAll(/\s+/g, ' '));
  }
  expect(failed[0]?.findings[0]).toBe('The client sent again before the time of Retry-After.');
  expect(failed[0]?.findings[1]).toMatch(/^retry-after-honored: /);
  expect(failed[0]?.timeline).toMatch(
    /^call 1: bulkUpsertUsers.*\n {2}#1 at 0 s .*429.*\n {2}#2 at .* waited .* of 3 s !/,
  );
});

test('a long row of findings and calls is cut, and says so', async () => {
  const client: Client = async (records, settings) =>
    users(records, { ...settings, chunkSize: 10, attempts: 1 }).catch(() => undefined);
  const [result] = (await certifyInProcess(client, { api: 'vibefollow', only: ['delivery/full'] })).cases;
  expect(result).toMatchObject({ outcome: 'passed', requests: 100, omittedCalls: 60 });
  expect(result?.calls).toHaveLength(40);
});

/** Adds a property whose name is markup. */
const hostile: Client = async (records, settings) =>
  users(
    records.map((record) => ({ ...record, '<img src=x>|`*b*`|[a](b)': 1 })),
    settings,
  );

test('what a client chose becomes no markup in Markdown, and none in XML', async () => {
  const report = await certifyInProcess(hostile, { api: 'vibefollow', only: ['requests/documented'] });
  const [, finding = ''] = report.cases[0]?.findings ?? [];
  expect(finding).toContain('<img src=x>|`*b*`|[a](b)');
  const markdown = reports.markdown({ ...report, client: 'node `a`\n\n# title' });
  expect(markdown).toContain(String.raw`\<img src=x\>\|\`\*b\*\`\|\[a\]\(b\)`);
  const outside = markdown.replaceAll(/^(`{3,})text\n.*?\n\1$/gms, '');
  expect(outside).not.toMatch(/(?<!\\)<img|^# title/m);
  expect(parseJUnit(reports.junit(report)).getElementsByTagName('failure')[0]?.textContent).toContain(finding);
});

test('JSON is the report as it is', async () => {
  const report = await certifyInProcess(users, one);
  expect(JSON.parse(reports.json(report))).toEqual(report);
});

test('the signal of a client that has ended is aborted, so that nothing of its case stays in memory', async () => {
  const signals: AbortSignal[] = [];
  await certify({
    api: 'vibefollow',
    only: ['delivery/one-record'],
    client: async ({ signal }) => Promise.resolve(signals.push(signal)),
  });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
