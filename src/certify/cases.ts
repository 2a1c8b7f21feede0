import type { ApiName } from '../openapi/router.ts';
import { toGroups } from './report.ts';
import { toFaultCase, type Case, type Vendor } from './case.ts';
import { toOutageCases, toRetryCases } from './failures.ts';
import { sameState, stopsAtOnce, waitsGrow } from './checks.ts';
import { vendors } from './vendors.ts';

/** The cases of an API, in the order of the report. */
export function toCases(api: ApiName): readonly Case[] {
  const vendor = vendors[api];
  return [
    ...toDeliveryCases(vendor),
    ...vendor.recordCases,
    ...toRetryCases(vendor),
    ...toOutageCases(vendor),
    ...toStopCases(vendor),
    ...toBackoffCases(),
    ...vendor.ownCases,
  ];
}

function toDeliveryCases({ pages }: Vendor): Case[] {
  const deliver = (id: string, records: number, requirement: string): Case => ({
    id: `delivery/${id}`,
    level: 'MUST',
    requirement,
    source: pages.bulk,
    records,
    options: {},
    end: 'delivered',
    rules: ['chunk-size', 'auth-in-header', 'valid-requests', 'fresh-key-per-call', 'exactly-once-effect'],
  });
  return [
    deliver('one-record', 1, 'The client delivers one record.'),
    deliver('full-chunk', 1000, 'The client delivers 1,000 records, the maximum of one request.'),
    deliver('one-over-a-chunk', 1001, 'The client delivers 1,001 records, one more than the maximum of one request.'),
    deliver('several-chunks', 2500, 'The client delivers 2,500 records.'),
    {
      ...deliver('same-job-twice', 1500, 'Two runs of the same job store the same as one run.'),
      checks: [sameState],
      runs: 2,
    },
  ];
}

function toStopCases({ pages }: Vendor): Case[] {
  const stop = (status: number, requirement: string, source: string): Case =>
    toFaultCase(
      {
        id: `stop/${status}`,
        requirement,
        source,
        // Many more chunks than a client sends at once.
        records: 20_000,
        end: 'stopped',
        rules: ['no-retry-on-permanent'],
        checks: [stopsAtOnce],
      },
      { fault: { status } },
    );
  return [
    stop(
      401,
      'After 401 the client sends nothing more, and reports the failure.',
      `${pages.access}; RFC 9110, section 15.5.2`,
    ),
    stop(
      403,
      'After 403 the client sends nothing more, and reports the failure.',
      `${pages.access}; RFC 9110, section 15.5.4`,
    ),
  ];
}

/** Cases with many calls that fail twice each, so that chance cannot decide the result. */
function toBackoffCases(): Case[] {
  const back = (given: Pick<Case, 'id' | 'requirement' | 'records' | 'rules'> & Partial<Case>): Case =>
    toFaultCase(
      { level: 'SHOULD', source: 'AWS Architecture Blog, Exponential Backoff And Jitter', ...given },
      { on: { attempt: '<=2' }, fault: { status: 503 }, times: 16 },
    );
  const otherwise = 'Too few calls had three attempts.';
  return [
    back({
      id: 'backoff/grows',
      requirement: 'Without Retry-After, the waits between the attempts of a call become longer.',
      records: 7500,
      rules: ['backoff-grows'],
      checks: [waitsGrow],
      premise: { otherwise },
    }),
    back({
      id: 'backoff/jitters',
      requirement: 'Without Retry-After, not all calls wait equally long.',
      records: 4500,
      rules: ['backoff-jitters'],
      premise: { otherwise, rule: 'backoff-jitters' },
    }),
  ];
}

/** The cases whose id begins with one of the prefixes, or all cases if there are no prefixes. */
export function findCases(api: ApiName, prefixes: readonly string[]): readonly Case[] {
  const all = toCases(api);
  return prefixes.length === 0 ? all : all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
}

/** The error for prefixes that match no case. */
export function refuseCases(apis: readonly ApiName[], prefixes: readonly string[]): Error {
  const groups = new Set(apis.flatMap((api) => toGroups(toCases(api)).map(([group]) => `${group}/`)));
  const problem = `no case of ${apis.join(' or ')} has an id that begins with ${prefixes.join(' or ')}`;
  return new Error(`Failed to certify: ${problem}. Use one of ${[...groups].join(', ')}.`);
}
