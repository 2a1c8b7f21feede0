import type { ResponseOf } from '../engine/api.ts';
import { summarizeExchange, type JournalFilter } from '../journal/exchange.ts';
import type { operations } from '../generated/admin.ts';
import { checkFilter, type Journal, type WritableJournal } from '../journal/journal.ts';
import type { RequestTarget } from '../http/url.ts';
import { toAdminError, type Refused } from './admin-operations.ts';

const rangeParameters = ['attempt', 'call', 'status'];

/** The exchanges that match a query such as `?status=502,503&attempt=>=2`. */
export function showExchanges(target: RequestTarget, journal: Journal): ResponseOf<operations['getJournal']> {
  return answerQuery(target, (filter) => ({
    exchanges: journal.exchanges(filter).map(summarizeExchange),
    dropped: journal.dropped(filter.tenant),
    others: journal.others(filter).map(summarizeExchange),
    closedConnections: journal.closedConnections(),
  }));
}

/** The exchange with this number, with all its records. */
export function showExchange(number: string, journal: WritableJournal): ResponseOf<operations['getExchange']> {
  if (!/^[1-9]\d{0,14}$/.test(number))
    return toAdminError(400, `${JSON.stringify(number)} is no number of an exchange. Use a whole number of 1 or more.`);
  const found = journal.exchange(Number(number));
  if (found === undefined)
    return toAdminError(404, `The journal has no exchange ${number}. It may be under way, dropped or cleared.`);
  const { exercised: _exercised, ...exchange } = found;
  return { status: 200, body: exchange };
}

/** The calls with an attempt that matches such a query. */
export function showCalls(target: RequestTarget, journal: Journal): ResponseOf<operations['listCalls']> {
  return answerQuery(target, (filter) => ({
    calls: journal.calls(filter).map((call) => ({ ...call, attempts: call.attempts.map(summarizeExchange) })),
    dropped: journal.dropped(filter.tenant),
  }));
}

/** The HTTP archive of the exchanges that match such a query. */
export function showHar(target: RequestTarget, journal: Journal): ResponseOf<operations['getHar']> {
  return answerQuery(target, journal.har);
}

function answerQuery<Body>(
  { query }: RequestTarget,
  look: (filter: JournalFilter) => Body,
): Refused<400> | { readonly status: 200; readonly body: Body } {
  const filter = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      rangeParameters.includes(name) ? [value].flat().join(',') : value,
    ]),
  );
  const problem = checkFilter(filter);
  return problem === undefined ? { status: 200, body: look(filter) } : toAdminError(400, `${problem}.`);
}
