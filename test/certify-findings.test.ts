import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { certify, reports, type CaseResult, type CertifyOptions, type CertifyReport } from 'vf-mock/certify';
import { certifyInProcess, toSettings } from './_certify.ts';
import { users, yellow, type Client } from './clients/broken.ts';
import type { Rejected } from './clients/chunks.ts';
import { encoders } from './_encoders.ts';
import { parseJUnit } from './_junit.ts';

type User = Readonly<Record<string, unknown>>;

/** Certifies a client of VibeFollow that prints the ids of rejected records with this function. */
async function certifyPrinting(print: (id: unknown) => string, only: CertifyOptions['only']): Promise<CertifyReport> {
  return certify({
    api: 'vibefollow',
    clock: 'manual',
    ...(only && { only }),
    client: async (task, say) => {
      const rejected = (await users(task.records, toSettings(task))) as Rejected<User>[];
      for (const { record } of rejected) say(`rejected ${print(record['external_user_id'])}`);
    },
  });
}

test.each(['ascii of Python', 'Perl Data::Dumper', 'JSON in JSON', 'XML'])(
  'ids printed as %s are named',
  async (name) => {
    const print = (id: unknown): string => (typeof id === 'string' ? (encoders[name]?.(id) ?? '') : String(id));
    expect(await certifyPrinting(print, ['records/names'])).toMatchObject({ cases: [{ outcome: 'passed' }] });
  },
);

test('a finding about names says how many records count', async () => {
  const [result] = (await certifyPrinting(() => '(a user)', ['records/names'])).cases;
  expect(result?.findings).toEqual([
    'The output of the client does not name all rejected records.',
    expect.stringMatching(
      /^15 records were rejected\. \d of them have no valid id, and do not count\. The output of the client does not name (\d+) of the other \1: .* and \d+ others$/,
    ),
  ]);
});

test('a client that splits NDJSON at every Unicode line end does not deliver', async () => {
  const report = await certify({
    api: 'vibefollow',
    clock: 'manual',
    only: ['delivery/'],
    client: async (task) => {
      const text = await readFile(task.env['VF_MOCK_RECORDS'] ?? '', 'utf8');
      // As str.splitlines of Python does.
      const lines = text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).filter((line) => line !== '');
      await users(
        lines.map((line) => JSON.parse(line) as User),
        toSettings(task),
      );
    },
  });
  expect(toOutcomes(report)).toMatchObject({ 'delivery/one-record': 'passed', 'delivery/full-chunk': 'failed' });
});

test('two runs that store the same in another order of properties store the same', async () => {
  let run = 0;
  const shuffling: Client = async (records, settings) => {
    run += 1;
    return yellow(run % 2 === 0 ? records.map(reverse) : records, settings);
  };
  const report = await certifyInProcess(shuffling, { api: 'yellow', only: ['delivery/same-job'] });
  expect(report.cases).toMatchObject([{ outcome: 'passed' }]);
});

/** A copy with the properties in the opposite order, also in nested objects. */
function reverse(value: User): User {
  const isPlain = (item: unknown): item is User => typeof item === 'object' && item !== null && !Array.isArray(item);
  const entries = Object.entries(value).map(([name, item]) => [name, isPlain(item) ? reverse(item) : item]);
  return Object.fromEntries(entries.reverse()) as User;
}

test('a client with a half of a surrogate pair in its ids and its output gets all reports, well-formed', async () => {
  const half = '\ud800';
  const client: Client = async (records, settings) => {
    const halved = records.map((record, at) =>
      at === 0 ? { ...record, external_user_id: `usr_${half}`, email: 'nobody' } : record,
    );
    return users(halved, settings);
  };
  const report = await certifyInProcess(client, { api: 'vibefollow', only: ['records/', 'delivery/full', 'stop/401'] });
  const throwing = await certifyInProcess(async () => Promise.reject(new Error(half)), {
    api: 'yellow',
    only: ['stop/401'],
  });
  expect(toOutcomes(report)).toMatchObject({ 'delivery/full-chunk': 'failed', 'records/names-rejected': 'passed' });
  for (const one of [report, throwing]) {
    for (const toReport of Object.values(reports)) expect(toReport(one)).not.toMatch(/\p{Cs}/u);
    expect(() => JSON.parse(reports.json(one)) as unknown).not.toThrow();
    parseJUnit(reports.junit(one));
  }
});

function toOutcomes({ cases }: CertifyReport): Readonly<Record<string, CaseResult['outcome']>> {
  return Object.fromEntries(cases.map(({ id, outcome }) => [id, outcome]));
}
