import type { AnswerOf } from '../engine/api.ts';
import { summarize, type JournalFilter } from '../journal/exchange.ts';
import type { operations } from '../generated/admin.ts';
import { checkFilter, type Journal } from '../journal/journal.ts';
import type { Target } from '../http/url.ts';

interface Refused {
  readonly status: 400;
  readonly body: { errors: string[] };
}

const ordinals = ['attempt', 'call', 'status'];

/** The exchanges that a query asks for, such as `?status=502,503&attempt=>=2`. */
export function showExchanges(target: Target, journal: Journal): AnswerOf<operations['getJournal']> {
  return show(target, (filter) => ({
    exchanges: journal.exchanges(filter).map(summarize),
    dropped: journal.dropped(filter.tenant),
  }));
}

/** The calls that a query asks for, likewise. */
export function showCalls(target: Target, journal: Journal): AnswerOf<operations['listCalls']> {
  return show(target, (filter) => ({
    calls: journal.calls(filter).map((call) => ({ ...call, attempts: call.attempts.map(summarize) })),
    dropped: journal.dropped(filter.tenant),
  }));
}

/** The HTTP archive of the exchanges that a query asks for. */
export function showHar(target: Target, journal: Journal): AnswerOf<operations['getHar']> {
  return show(target, journal.har);
}

function show<Body>(
  { query, malformed }: Target,
  look: (filter: JournalFilter) => Body,
): Refused | { readonly status: 200; readonly body: Body } {
  if (malformed) return refuse('The percent-encoding of the query is broken. Encode its values as UTF-8.');
  const filter = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, ordinals.includes(name) ? toOrdinals(value) : value]),
  );
  const problem = checkFilter(filter);
  return problem === undefined ? { status: 200, body: look(filter) } : refuse(`${problem}.`);
}

function toOrdinals(value: unknown): unknown {
  const parts = [value]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((text) => (/^\d+$/.test(text) ? Number(text) : text));
  return parts.length === 1 ? parts[0] : parts;
}

function refuse(problem: string): Refused {
  return { status: 400, body: { errors: [problem] } };
}
