import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MockOptions } from '../config/options.ts';
import type { ApiName } from '../openapi/router.ts';
import { explainFileErrors } from '../report/write-file.ts';
import { writeRecords, type GeneratedRecord, type RecordFormat } from '../records/records.ts';

const key = `sk_test_${'0'.repeat(32)}`;
const yellowKey = 'certify-key';
const bot = 'x1640004486565';

/** The tenant that a client works for. */
export const tenants: Readonly<Record<ApiName, string>> = { vibefollow: key, yellow: bot };

/**
 * In all cases: a client that brings credentials of its own is refused, and no documented limit of requests joins in.
 */
export const commonOptions: MockOptions = {
  vibefollow: { keys: { [key]: 'active' } },
  yellow: { keys: { [bot]: [yellowKey] }, rateLimits: { bulkCreateUsers: 'off', addUser: 'off', updateUser: 'off' } },
};

/** The environment variables that tell a client where to sync which records. */
export function toEnvironment(url: string, file: string, id: string): Readonly<Record<string, string>> {
  return {
    VF_MOCK_URL: url,
    VIBEFOLLOW_BASE_URL: url,
    VIBEFOLLOW_API_KEY: key,
    YELLOW_BASE_URL: url,
    YELLOW_API_KEY: yellowKey,
    YELLOW_BOT: bot,
    VF_MOCK_RECORDS: file,
    VF_MOCK_CASE: id,
    // A proxy that the environment names would answer in place of the mock.
    NO_PROXY: withoutProxy('NO_PROXY'),
    no_proxy: withoutProxy('no_proxy'),
  };
}

function withoutProxy(name: string): string {
  return [process.env[name], '127.0.0.1'].filter(Boolean).join(',');
}

/** Does something with a file of records, which is gone afterwards. */
export async function withRecordsFile<Result>(
  records: Iterable<GeneratedRecord>,
  { format, api }: { readonly format: RecordFormat; readonly api: ApiName },
  work: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await explainFileErrors(`make a folder in ${tmpdir()}`, async () =>
    mkdtemp(join(tmpdir(), 'vf-mock-certify-')),
  );
  try {
    const file = join(folder, `records.${format}`);
    await explainFileErrors(`write the records to ${file}`, async () =>
      writeFile(file, writeRecords(records, format, api)),
    );
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
