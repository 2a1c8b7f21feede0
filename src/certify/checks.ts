import { endOf } from '../journal/exchange.ts';
import { toEndpoints } from '../rules/endpoints.ts';
import { toFinding, type Finding } from '../rules/rule.ts';
import { listRejections } from '../rules/reported.ts';
import type { Check } from './trial.ts';
import { nameAnswer, nameAttempt, nameRecords, toSeconds } from '../journal/wording.ts';

/** Number of requests that a concurrent client may still send before it knows a refusal. */
const allowedInFlight = 16;

/** After a refusal that concerns all requests, the client must send no other request. */
export const stopsAtOnce: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    toEndpoints(exchanges).flatMap(({ exchanges: group, isConcurrent }) => {
      const refusal = group.find(({ status = 0 }) => status === 401 || status === 403);
      if (refusal === undefined) return [];
      const later = group.filter(({ number, at }) => number > refusal.number && at >= endOf(refusal));
      const atOnce = group.reduce((max, { concurrent = 1 }) => Math.max(max, concurrent), 1);
      // Counts requests and not time, because a busy machine makes times longer.
      const allowed = isConcurrent ? Math.max(allowedInFlight, 2 * atOnce) : 0;
      const [first] = later;
      if (first === undefined || later.length <= allowed) return [];
      const count = `${later.length} more request${later.length === 1 ? '' : 's'}`;
      const message = `${count} came after ${nameAttempt(refusal)} met ${nameAnswer(refusal)}, the first of them ${toSeconds(first.at - endOf(refusal))} later`;
      return [toFinding(message, [refusal, ...later])];
    }),
  );

/** The output of the client must name each record that the API reported as rejected. */
export const namesRejected: Check = (trials) => {
  const reported = trials.flatMap(({ exchanges, run }) =>
    exchanges.flatMap((exchange) => {
      // A record without an id has no name.
      const named = listRejections(exchange).filter(({ id }) => id !== '');
      return named.map(({ id }) => ({ id, exchange, run }));
    }),
  );
  if (reported.length === 0) return undefined;
  const outputs = new Map(trials.map(({ run }) => [run, createNameSearch(run.stdout + run.stderr)]));
  const unnamed = reported.filter(({ id, run }) => outputs.get(run)?.(id) !== true);
  if (unnamed.length === 0) return [];
  const ids = [...new Set(unnamed.map(({ id }) => id))];
  const message = `The output of the client does not name ${ids.length} of ${reported.length} rejected records: ${nameRecords(ids)}`;
  return [toFinding(message, [...new Set(unnamed.map(({ exchange }) => exchange))], ids)];
};

/** The last run must leave the same stored users as the first run. */
export const sameState: Check = (trials) => {
  const first = trials[0]?.stored ?? new Map<string, unknown>();
  const last = trials.at(-1)?.stored ?? new Map<string, unknown>();
  const added = [...last.keys()].filter((id) => !first.has(id));
  const lost = [...first.keys()].filter((id) => !last.has(id));
  const changed = [...first].filter(
    ([id, user]) => last.has(id) && JSON.stringify(last.get(id)) !== JSON.stringify(user),
  );
  return [
    ...toStateFinding('added', added),
    ...toStateFinding('removed', lost),
    ...toStateFinding(
      'changed',
      changed.map(([id]) => id),
    ),
  ];
};

function toStateFinding(how: string, ids: readonly string[]): Finding[] {
  if (ids.length === 0) return [];
  return [toFinding(`The second run ${how} ${ids.length} users: ${nameRecords(ids)}`, [], ids)];
}

/** The client must not give up a slow answer. */
export const waitsForAnswers: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    exchanges
      .filter(({ fault, broken }) => fault !== undefined && broken === 'abort')
      .map((exchange) =>
        toFinding(`The client gave up ${nameAttempt(exchange)} after ${toSeconds(exchange.duration)}`, [exchange]),
      ),
  );

/** Searches an output for an id: plain, or encoded as JSON, CSV or URL, but not as a part of another id. */
function createNameSearch(output: string): (id: string) => boolean {
  const plain = output
    .replaceAll(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\(["\\/])/g, '$1');
  const readings = [output, plain, output.replaceAll('""', '"')];
  return (id) => {
    const names = [id, encodeURIComponent(id)].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const pattern = new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`);
    return readings.some((reading) => pattern.test(reading));
  };
}
