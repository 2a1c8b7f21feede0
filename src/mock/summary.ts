import type { ResponseOf } from '../engine/api.ts';
import type { components, operations } from '../generated/admin.ts';
import { version } from '../generated/version.ts';
import { listSecrets } from '../config/secrets.ts';
import { createWaits, endOf, type Exchange } from '../journal/exchange.ts';
import type { Events } from '../journal/events.ts';
import type { WritableJournal } from '../journal/journal.ts';
import { judgeCalls, toRow, type ExchangeRow } from '../journal/row.ts';
import { toBeginning } from '../journal/to-exchange.ts';
import type { RequestTarget } from '../http/url.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { createRequestMask } from '../openapi/request-mask.ts';
import { countRecords } from '../reconciliation/reconcile.ts';
import { accountOf, type AccountingParts } from './accounting.ts';
import { toAdminError } from './admin-operations.ts';
import type { Cancellations } from './cancellations.ts';
import type { MockControl } from './control.ts';
import { nameFaultRule, nameNextHit } from './fault-wording.ts';

/** Where the records, the requests and the calls are now. */
export type Summary = components['schemas']['Summary'];

/** The parts of a mock that a summary is made from. */
export interface Observed extends Pick<MockControl, 'options' | 'clock' | 'faults'>, AccountingParts {
  readonly journal: WritableJournal;
  readonly events: Pick<Events, 'run' | 'last'>;
  readonly cancellations: Pick<Cancellations, 'list'>;
}

/** The rows that a request asks for. */
interface Range {
  readonly after: number;
  readonly limit: number;
}

/** Maximum number of ids of a cause. */
const maxIds = 20;
const maxUnderWay = 1000;
const maxQuiet = 100;
const maxRows = 10_000;

export function summarize(mock: Observed, tenantId: string | undefined): Summary {
  const { clock, events, faults, journal, options } = mock;
  const isOfTenant = (one: Pick<Exchange, 'tenantId'>): boolean => (tenantId ?? one.tenantId) === one.tenantId;
  const exchanges = journal.list().filter(isOfTenant);
  const underWay = listUnderWay(mock).filter(isOfTenant);
  const numbers = new Set(underWay.map(({ number }) => number));
  const dropped = journal.dropped(tenantId);
  const last = Math.max(
    ...underWay.map(({ at }) => at),
    ...[exchanges.at(-1)].flatMap((one) => (one ? [endOf(one)] : [])),
  );
  const { counts, causes } = countRecords(accountOf(mock, tenantId), maxIds);
  const calls = judgeCalls(exchanges, underWay, clock.now());
  return {
    run: events.run,
    version,
    time: clock.now(),
    clock: clock.state(),
    event: events.last(),
    counts,
    causes: [...causes],
    requests: {
      total: exchanges.filter(({ number }) => !numbers.has(number)).length + underWay.length + dropped,
      underWay: underWay.length,
      others: journal.countOthers(),
      dropped,
      ...(last > -Infinity && { last }),
    },
    calls: calls.counts,
    underWay: underWay.slice(0, maxUnderWay),
    quiet: [...calls.quiet].sort((a, b) => b.since - a.since).slice(0, maxQuiet),
    faults: faults.list().map((fault) => ({
      ...(JSON.parse(maskKeys(JSON.stringify(fault))) as typeof fault),
      summary: nameFaultRule(fault.rule),
      next: nameNextHit(fault, calls),
    })),
    bodies: options.journalBodies !== false,
  };
}

/** The rows after the one with the number `after` of the query. */
export function showRows(
  { query }: RequestTarget,
  tenantId: string | undefined,
  mock: Observed,
): ResponseOf<operations['listRows']> {
  const { after = '0', limit = String(maxRows) } = query;
  if (!/^\d{1,15}$/.test(String(after)))
    return toAdminError(400, `after is ${JSON.stringify(after)}. Use the number of a request, or 0.`);
  if (!/^\d{1,15}$/.test(String(limit)) || Number(limit) < 1 || Number(limit) > maxRows)
    return toAdminError(400, `limit is ${JSON.stringify(limit)}. Use a number from 1 to ${maxRows}.`);
  const rows = listRows(mock, tenantId, { after: Number(after), limit: Number(limit) + 1 });
  const shown = rows.slice(0, Number(limit));
  const next = shown.length < rows.length ? shown.at(-1)?.number : undefined;
  return {
    status: 200,
    body: { rows: shown, ...(next !== undefined && { next }), dropped: mock.journal.dropped(tenantId) },
  };
}

/** At most `limit` rows after the one with the number `after`. A request whose answer has begun is in the journal. */
function listRows(mock: Observed, tenantId: string | undefined, { after, limit }: Range): ExchangeRow[] {
  const waiting = new Map(listUnderWay(mock).map((row) => [row.number, row]));
  const waitOf = createWaits();
  const rows: ExchangeRow[] = [];
  for (const exchange of mock.journal.list()) {
    const wait = waitOf(exchange);
    if (exchange.number <= after || (tenantId ?? exchange.tenantId) !== exchange.tenantId) continue;
    rows.push(toRow({ ...exchange, ...wait }, waiting.delete(exchange.number)));
    if (rows.length >= limit + waiting.size) break;
  }
  const others = [...waiting.values()].filter(
    ({ number, ...row }) => number > after && (tenantId ?? row.tenantId) === row.tenantId,
  );
  return [...rows, ...others].sort((a, b) => a.number - b.number);
}

/** The requests of the APIs under way. */
function listUnderWay({ cancellations, options }: Observed): ExchangeRow[] {
  const keys = listSecrets(options);
  return cancellations
    .list()
    .map((known) => toBeginning(known, createRequestMask(known.arrival.request.headers, known.arrival.target, keys)))
    .filter(({ api }) => api !== undefined);
}
