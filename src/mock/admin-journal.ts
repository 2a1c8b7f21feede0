import type { ResponseOf } from '../engine/api.ts';
import { summarizeExchange, type JournalFilter } from '../journal/exchange.ts';
import type { operations } from '../generated/admin.ts';
import { checkFilter, type Journal } from '../journal/journal.ts';
import type { RequestTarget } from '../http/url.ts';

interface Refused {
  readonly status: 400;
  readonly body: { errors: string[] };
}

const rangeParameters = ['attempt', 'call', 'status'];

/** The exchanges that match a query such as `?status=502,503&attempt=>=2`. */
export function showExchanges(target: RequestTarget, journal: Journal): ResponseOf<operations['getJournal']> {
  return answerQuery(target, (filter) => ({
    exchanges: journal.exchanges(filter).map(summarizeExchange),
    dropped: journal.dropped(filter.tenant),
  }));
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
  { query, malformed }: RequestTarget,
  look: (filter: JournalFilter) => Body,
): Refused | { readonly status: 200; readonly body: Body } {
  if (malformed) return toAdminError('The percent-encoding of the query is broken. Encode its values as UTF-8.');
  const filter = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, rangeParameters.includes(name) ? toNumbers(value) : value]),
  );
  const problem = checkFilter(filter);
  return problem === undefined ? { status: 200, body: look(filter) } : toAdminError(`${problem}.`);
}

function toNumbers(value: unknown): unknown {
  const parts = [value]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((text) => (/^\d+$/.test(text) ? Number(text) : text));
  return parts.length === 1 ? parts[0] : parts;
}

function toAdminError(problem: string): Refused {
  return { status: 400, body: { errors: [problem] } };
}
