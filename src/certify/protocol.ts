import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MockOptions } from '../config/options.ts';
import { mergeOptions } from '../config/scenarios.ts';
import { factsOf } from '../openapi/facts.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import { explainFileErrors } from '../report/write-file.ts';
import { writeRecords, type GeneratedRecord, type RecordFormat } from '../records/records.ts';
import { vendors } from './vendors.ts';

/** Options of the mock in all cases of all APIs. */
export const commonOptions: MockOptions = mergeOptions(...apiNames.map((api) => vendors[api].options));

/** The environment variables with the base URLs, the credentials and the records for a client. */
export function toEnvironment(url: string, file: string, id: string): Readonly<Record<string, string>> {
  return {
    VF_MOCK_URL: url,
    ...Object.fromEntries(apiNames.flatMap((api) => toVariables(api, url))),
    VF_MOCK_RECORDS: file,
    VF_MOCK_CASE: id,
    // Otherwise a proxy in the environment would answer instead of the mock.
    NO_PROXY: withoutProxy('NO_PROXY'),
    no_proxy: withoutProxy('no_proxy'),
  };
}

function toVariables(api: ApiName, url: string): [string, string][] {
  const { baseUrl, key, tenant } = factsOf(api).variables;
  const vendor = vendors[api];
  return [
    [baseUrl, url],
    [key, vendor.key],
    ...(tenant === undefined ? [] : [[tenant, vendor.tenant] as [string, string]]),
  ];
}

function withoutProxy(name: string): string {
  return [process.env[name], '127.0.0.1'].filter(Boolean).join(',');
}

/** Writes a file of records, runs the work with it, and deletes the file. */
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
