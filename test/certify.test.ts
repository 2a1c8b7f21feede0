import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ApiName } from 'vf-mock';
import { certify, toCases, type CertifyOptions, type RecordFormat, type Task } from 'vf-mock/certify';
import { certifyInProcess, toSettings } from './_certify.ts';
import { parseCsv, toRecord } from './_records.ts';
import { apiNames } from './_setup.ts';
import { yellow, users, type Client } from './clients/broken.ts';

type Properties = Readonly<Record<string, unknown>>;

const only = ['delivery/one-record'];

test.each(apiNames)('cases of %s have ids of words, each its own, a level, a requirement and a source', (api) => {
  const cases = toCases(api);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  for (const { id, level, requirement, source } of cases) {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(['MUST', 'SHOULD']).toContain(level);
    expect(requirement).toMatch(/^[A-Z0-9].*\.$/);
    expect(source).toMatch(/\w.*[^.]$/);
  }
  const groups = cases.map(({ id }) => id.split('/')[0]);
  expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...new Set(groups)]);
});

const clients = "Use a function, or a list of a command and its arguments, such as ['node', 'sync.js'].";
const milliseconds = 'Use milliseconds, more than 0.';

test.each([
  [{ api: 'blue' }, 'Failed to certify: api is blue. Use one of vibefollow, yellow.'],
  [{ client: [] }, `Failed to certify: client is []. ${clients}`],
  [{ client: undefined }, `Failed to certify: client is undefined. ${clients}`],
  [{ client: 'node sync.js' }, `Failed to certify: client is "node sync.js". ${clients}`],
  [{ client: ['node', 1] }, `Failed to certify: client is ["node",1]. ${clients}`],
  [{ only: 'retry/' }, `Failed to certify: only is "retry/". Use a list, such as ['retry/'].`],
  [{ jobs: 0 }, 'Failed to certify: jobs is 0. Use a whole number of 1 or more.'],
  [{ jobs: 1.5 }, 'Failed to certify: jobs is 1.5. Use a whole number of 1 or more.'],
  [{ timeout: 0 }, `Failed to certify: timeout is 0. ${milliseconds}`],
  [{ timeout: NaN }, `Failed to certify: timeout is NaN. ${milliseconds}`],
  [{ timeout: Infinity }, `Failed to certify: timeout is Infinity. ${milliseconds}`],
  [{ format: 'xml' }, 'Failed to certify: format is xml. Use one of ndjson, csv, json.'],
  [{ seed: -1 }, 'Failed to generate records: seed is -1. Use a whole number from 0 to 4294967295.'],
  [{ clock: 'fast' }, 'Failed to create a mock: clock is "fast"; it must be one of system, manual.'],
  [
    { jbos: 1 },
    'Failed to certify: unknown option "jbos". Did you mean "jobs"? Use one of api, client, only, jobs, strict, bail, timeout, format, seed, clock, signal, partial, onCase.',
  ],
])('%o is refused', async (wrong, message) => {
  const options = { api: 'yellow', only, client: async () => Promise.resolve(), ...wrong } as unknown;
  await expect(certify(options as CertifyOptions)).rejects.toThrow(new Error(message));
});

test('prefixes that begin no case are refused with the groups that there are', async () => {
  const ended = certifyInProcess(users, { api: 'vibefollow', only: ['limit/', 'Retry/'] });
  await expect(ended).rejects.toThrow(
    /^Failed to certify: no case of vibefollow has an id that begins with limit\/ or Retry\/\. Did you mean "retry\/"\? Use one of delivery\/, .*queue\/.*\.$/,
  );
});

test('only some cases are run, told one by one as they end, and reported in the order of the suite', async () => {
  const told: { id: string; done: number; total: number }[] = [];
  const report = await certifyInProcess(users, {
    api: 'vibefollow',
    only: ['stop/401', 'delivery/full', 'delivery/several'],
    jobs: 3,
    onCase: ({ id }, done, total) => void told.push({ id, done, total }),
  });
  const ids = ['delivery/full-chunk', 'delivery/several-chunks', 'stop/401'];
  expect(report.cases.map(({ id }) => id)).toEqual(ids);
  expect(report).toMatchObject({ api: 'vibefollow', client: 'a function', passed: true, strict: false, seed: 1 });
  expect(told.map(({ id }) => id).sort()).toEqual(ids);
  expect(told.map(({ done, total }) => [done, total])).toEqual([1, 2, 3].map((done) => [done, 3]));
});

test.each([1, 3])('up to %d cases run at once where so many are allowed', async (jobs) => {
  let [now, most] = [0, 0];
  let open = (): void => undefined;
  const full = new Promise<void>((resolve) => (open = resolve));
  const client = async (): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    if (now === jobs) open();
    await full;
    now -= 1;
  };
  await certify({ api: 'vibefollow', only: ['retry/'], jobs, client });
  expect(most).toBe(jobs);
});

test('what goes wrong where a case is told ends it', async () => {
  const onCase = (): never => {
    throw new Error('a disk that is full');
  };
  await expect(certifyInProcess(users, { api: 'vibefollow', only, onCase })).rejects.toThrow('a disk that is full');
});

test('bail ends with the first failure that counts', async () => {
  const options = { api: 'vibefollow', only: ['records/names', 'retry/50'], jobs: 1, bail: true } as const;
  const once: Client = async (records, settings) => users(records, { ...settings, attempts: 1 }).then(() => []);
  const loose = await certifyInProcess(once, options);
  expect(loose.cases.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['records/names-rejected', 'failed'],
    ['retry/503-with-retry-after', 'failed'],
  ]);
  expect(loose.notRun).toEqual(['retry/503-without-retry-after', 'retry/500', 'retry/502', 'retry/504']);
  const strict = await certifyInProcess(once, { ...options, strict: true });
  expect(strict.cases.map(({ id }) => id)).toEqual(['records/names-rejected']);
});

test('a failed SHOULD counts where it is strict', async () => {
  const silent: Client = async (records, settings) => users(records, settings).then(() => []);
  const options = { api: 'vibefollow', only: ['records/'] } as const;
  expect(await certifyInProcess(silent, options)).toMatchObject({ passed: true, strict: false });
  expect(await certifyInProcess(silent, { ...options, strict: true })).toMatchObject({ passed: false, strict: true });
});

test('a signal ends it with its reason, and tells the client', async () => {
  const controller = new AbortController();
  const reason = new Error('Enough');
  const seen: unknown[] = [];
  const client = async ({ signal }: Task): Promise<unknown> => {
    const told = new Promise((resolve) => signal.addEventListener('abort', () => resolve(seen.push(signal.reason))));
    controller.abort(reason);
    return told;
  };
  await expect(certify({ api: 'yellow', client, jobs: 1, signal: controller.signal })).rejects.toBe(reason);
  expect(seen).toEqual([reason]);
  await expect(certify({ api: 'yellow', client, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(seen).toHaveLength(1);
});

const parsers: Readonly<Record<RecordFormat, (text: string) => readonly Properties[]>> = {
  csv: (text) => parseCsv(text).map(toRecord),
  json: (text) => JSON.parse(text) as Properties[],
  ndjson: (text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Properties);
  },
};

const jobs: Readonly<Record<ApiName, Client>> = { vibefollow: users, yellow };

const formats = Object.keys(parsers) as RecordFormat[];

test.each(apiNames.flatMap((api) => formats.map((format) => [api, format] as const)))(
  'a client of %s may read its records from the file, as %s, or lose a value of them and be found out',
  async (api, format) => {
    const certifyWith = async (change: (record: Properties) => Properties): Promise<readonly string[]> => {
      const client = async (task: Task): Promise<unknown> => {
        const records = parsers[format](await readFile(task.env['VF_MOCK_RECORDS'] ?? '', 'utf8'));
        return jobs[api](records.map(change), toSettings(task));
      };
      const report = await certify({ api, format, only: ['delivery/one-over'], clock: 'manual', client });
      return report.cases.flatMap(({ findings }) => findings);
    };
    expect(await certifyWith((record) => record)).toEqual([]);
    const findings = await certifyWith(({ email: _email, ...others }) => others);
    expect(findings.length).toBeGreaterThan(0);
    if (format === 'csv') expect(findings[1]).toMatch(/^\S+ is stored, but email is absent instead of ".+@.+"$/);
    expect(findings.at(-1)).toBe('The client exited with 0, although it did not deliver all records.');
  },
);
