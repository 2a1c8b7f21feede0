import { findNearest } from '../runtime/nearest.ts';
import type { ApiName } from '../openapi/router.ts';
import { toGroups } from './report.ts';
import { toBackoffCases } from './backoff.ts';
import { toFaultCase, toRuleCase, type Case, type Vendor } from './case.ts';
import { sameState, stopsAtOnce } from './checks.ts';
import { toRetryCases } from './failures.ts';
import { toOutageCases } from './outage.ts';
import { vendors } from './vendors.ts';

/** The simplest case. It runs alone, before all others. If a client fails it, the others do not run. */
export const firstCase = 'delivery/one-record';

/** The cases of an API, in the order of the report. */
export function toCases(api: ApiName): readonly Case[] {
  const vendor = vendors[api];
  return [
    ...toDeliveryCases(vendor),
    ...toRequestCases(vendor),
    ...vendor.recordCases,
    ...toRetryCases(vendor),
    ...toOutageCases(vendor),
    ...toStopCases(vendor),
    ...toBackoffCases(),
    ...vendor.ownCases,
  ];
}

function toDeliveryCases({ pages }: Vendor): Case[] {
  const deliver = (id: string, records: number, requirement: string, rules: Case['rules'] = []): Case => ({
    id: `delivery/${id}`,
    level: 'MUST',
    requirement,
    source: pages.bulk,
    records,
    options: {},
    end: 'delivered',
    comparesValues: true,
    rules,
  });
  return [
    deliver('one-record', 1, 'The client delivers one record.'),
    deliver('full-chunk', 1000, 'The client delivers 1,000 records, the maximum of one request.'),
    deliver(
      'one-over-a-chunk',
      1001,
      'The client delivers 1,001 records, one more than the maximum of one request. It sends no larger request.',
      ['chunk-size'],
    ),
    deliver('several-chunks', 2500, 'The client delivers 2,500 records.'),
    {
      ...deliver('same-job-twice', 1500, 'Two runs of the same job store the same as one run.', [
        'exactly-once-effect',
      ]),
      checks: [sameState],
      runs: 2,
    },
  ];
}

function toRequestCases({ pages }: Vendor): Case[] {
  const unsent = 'The client sent no request.';
  return [
    toRuleCase(
      {
        id: 'requests/documented',
        requirement: 'The client sends only requests that the API documents: paths, names and values.',
        source: pages.bulk,
        records: 1000,
      },
      'valid-requests',
      unsent,
    ),
    toRuleCase(
      {
        id: 'requests/key-in-header',
        requirement: 'The client sends its key in the header, and nowhere else.',
        source: pages.access,
        records: 1000,
      },
      'auth-in-header',
      unsent,
    ),
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

/** The cases whose id begins with one of the prefixes, or all cases if there are no prefixes. */
export function findCases(api: ApiName, prefixes: readonly string[]): readonly Case[] {
  const all = toCases(api);
  return prefixes.length === 0 ? all : all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
}

/** The error for prefixes that match no case. */
export function refuseCases(apis: readonly ApiName[], prefixes: readonly string[]): Error {
  const all = apis.flatMap(toCases);
  const groups = [...new Set(toGroups(all).map(([group]) => `${group}/`))];
  const problem = `no case of ${apis.join(' or ')} has an id that begins with ${prefixes.join(' or ')}`;
  const ids = [...groups, ...all.map(({ id }) => id)];
  const nearest = prefixes.flatMap((prefix) => findNearest(prefix, ids) ?? []);
  const hint = nearest.length === 0 ? '' : ` Did you mean "${nearest.join('" or "')}"?`;
  return new Error(`Failed to certify: ${problem}.${hint} Use one of ${groups.join(', ')}.`);
}
