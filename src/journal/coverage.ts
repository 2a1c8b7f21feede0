import { isOther, type Exchange } from './exchange.ts';
import type { components } from '../generated/admin.ts';
import type { Journal } from './journal.ts';
import { listCoveragePlans, type CoveragePlan } from '../openapi/coverage-plan.ts';
import { suggest } from '../runtime/nearest.ts';
import { operationOf, type ApiName, type OperationId } from '../openapi/router.ts';

/**
 * The parts of the OpenAPI documents that appeared in requests and answers, each with a count.
 *
 * @interface
 */
export type Coverage = Readonly<components['schemas']['Coverage']>;
/**
 * The coverage of one operation. Each count is a number of exchanges.
 *
 * @interface
 */
export type OperationCoverage = Readonly<components['schemas']['OperationCoverage']>;

/** Limits the exchanges that a coverage report counts. */
export interface CoverageOptions {
  /** Only the exchanges of this VibeFollow key, project id or Yellow bot. */
  readonly tenant?: string;
  /** Only the document of this API. */
  readonly api?: ApiName;
}

/** Counts exchanges for a coverage report. Their order does not matter. */
export interface CoverageCounter {
  add(exchange: Exchange): void;
  /** The coverage of the exchanges up to now. `dropped` is the number of exchanges known to be missing. */
  report(dropped?: number): Coverage;
}

/** The counts of one operation. */
interface Counts {
  readonly plan: CoveragePlan;
  requests: number;
  readonly statuses: Map<number, number>;
  /** The counts of parts, by their ids. */
  readonly parts: Map<string, number>;
}

/** The coverage of the exchanges in the journal. */
export function coverJournal(journal: Journal, options: CoverageOptions = {}): Coverage {
  const { tenant, api, ...unknown } = options;
  for (const name of Object.keys(unknown)) {
    throw new Error(`Failed to report coverage: unknown option "${name}"${suggest(name, ['tenant', 'api'])}.`);
  }
  const filter = { ...(tenant !== undefined && { tenant }), ...(api !== undefined && { api }) };
  return toCoverage(journal.exchanges(filter), api, journal.dropped(tenant));
}

/** The coverage of a list of exchanges. */
export function toCoverage(exchanges: readonly Exchange[], api?: ApiName, dropped = 0): Coverage {
  const counter = createCoverage(api);
  exchanges.forEach(counter.add);
  return counter.report(dropped);
}

/** Creates a counter. Unlike the journal, it never drops old exchanges. */
export function createCoverage(api?: ApiName): CoverageCounter {
  const counts = new Map(
    listCoveragePlans(api).map((plan): [OperationId, Counts] => [
      plan.id,
      { plan, requests: 0, statuses: new Map(), parts: new Map() },
    ]),
  );
  let [requests, unmatched] = [0, 0];
  return {
    add(exchange): void {
      if (isOther(exchange) || (api ?? exchange.api) !== exchange.api) return;
      requests += 1;
      const counted = exchange.operation && counts.get(exchange.operation);
      if (counted === undefined) unmatched += 1;
      else countExchange(exchange, counted);
    },
    report(dropped = 0): Coverage {
      const operations = [...counts.values()].map(toOperation);
      const missing = operations.flatMap(listMissing);
      return { requests, unmatched, dropped, totals: toTotals(operations), missing, operations };
    },
  };
}

function countExchange({ status, broken, bug, exercised = [] }: Exchange, counts: Counts): void {
  counts.requests += 1;
  // Incomplete answers, gateway pages and bugs of the mock are no answers of the operation.
  const isWhole = status !== undefined && broken === undefined && bug === undefined;
  if (isWhole) increment(counts.statuses, status);
  for (const id of exercised) if (isWhole || !isOfAnswer(id)) increment(counts.parts, id);
}

function isOfAnswer(id: string): boolean {
  return /^\d/.test(id);
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toOperation({ plan, requests, statuses, parts: counts }: Counts): components['schemas']['OperationCoverage'] {
  const { id, api, method, path, parts } = plan;
  const documented = operationOf(id).statuses;
  const others = [...statuses.keys()].filter((status) => !documented.includes(status)).toSorted((a, b) => a - b);
  const toStatus = (status: number): { status: number; count: number } => ({
    status,
    count: statuses.get(status) ?? 0,
  });
  return {
    api,
    operation: id,
    method,
    path,
    requests,
    statuses: documented.map(toStatus),
    undocumented: others.map(toStatus),
    parameters: parts.flatMap(({ id: part, parameter }) =>
      parameter ? [{ ...parameter, count: counts.get(part) ?? 0 }] : [],
    ),
    branches: parts.flatMap(({ id: part, parameter }) =>
      parameter ? [] : [{ branch: part, count: counts.get(part) ?? 0 }],
    ),
  };
}

function toTotals(operations: readonly OperationCoverage[]): Coverage['totals'] {
  const toTotal = (counts: readonly number[]): { covered: number; total: number } => ({
    covered: counts.filter((one) => one > 0).length,
    total: counts.length,
  });
  const toCount = (one: { readonly count: number }): number => one.count;
  return {
    operations: toTotal(operations.map(({ requests }) => requests)),
    statuses: toTotal(operations.flatMap(({ statuses }) => statuses.map(toCount))),
    parameters: toTotal(operations.flatMap(({ parameters }) => parameters.map(toCount))),
    branches: toTotal(operations.flatMap(({ branches }) => branches.map(toCount))),
  };
}

/** The missing parts of an operation. Parts inside a missing part are not listed. */
function listMissing({ operation, requests, statuses, parameters, branches }: OperationCoverage): string[] {
  if (requests === 0) return [`${operation}: never requested`];
  const absentStatuses = statuses.filter((one) => one.count === 0).map(({ status }) => status);
  const parts = [
    ...parameters.map((one) => ({ id: `${one.in}.${one.name}`, count: one.count })),
    ...branches.map(({ branch, count: times }) => ({ id: branch, count: times })),
  ];
  const absent = new Set(parts.filter((one) => one.count === 0).map(({ id }) => id));
  const outermost = [...absent].filter(
    (id) =>
      !absentStatuses.some((status) => id.startsWith(`${status}.`)) &&
      !outsideOf(id).some((outer) => absent.has(outer)),
  );
  return [...absentStatuses.map((status) => `status ${status}`), ...outermost].map((part) => `${operation}: ${part}`);
}

/** The ids of the parts around a part. For `body.users[].email`: `body`, `body.users` and `body.users[]`. */
function outsideOf(id: string): string[] {
  return [...id.matchAll(/[.=[]/g)].map(({ index }) => id.slice(0, index));
}
