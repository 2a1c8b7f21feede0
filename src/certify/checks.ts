import { endOf } from '../journal/exchange.ts';
import { toEndpoints } from '../rules/endpoints.ts';
import { toFinding } from '../rules/rule.ts';
import { listRejections } from '../journal/rejections.ts';
import { isSameValue } from '../runtime/same-value.ts';
import { createNameSearch } from './name-search.ts';
import type { Check, Wrong } from './trial.ts';
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
      return [{ kind: 'keeps-sending' as const, ...toFinding(message, [refusal, ...later]) }];
    }),
  );

/** The output of the client must name each record that the API reported as rejected. */
export const namesRejected: Check = (trials) => {
  const rejections = trials.flatMap(({ exchanges, run }) =>
    exchanges.flatMap((exchange) => listRejections(exchange).map(({ id }) => ({ id, exchange, run }))),
  );
  const named = rejections.filter(({ id }) => id !== '');
  if (named.length === 0) return undefined;
  const outputs = new Map(trials.map(({ run }) => [run, createNameSearch(`${run.stdout}\n${run.stderr}`)]));
  const unnamed = named.filter(({ id, run }) => outputs.get(run)?.has(id) !== true);
  if (unnamed.length === 0) return [];
  const ids = [...new Set(unnamed.map(({ id }) => id))];
  const nameless = rejections.length - named.length;
  const message = [
    `${rejections.length} records were rejected.`,
    ...(nameless > 0 ? [`${nameless} of them have no valid id, and do not count.`] : []),
    `The output of the client does not name ${ids.length} of ${nameless > 0 ? 'the other ' : 'these '}${named.length}: ${nameRecords(ids)}`,
  ].join(' ');
  return [
    { kind: 'unnamed-rejections', ...toFinding(message, [...new Set(unnamed.map(({ exchange }) => exchange))], ids) },
  ];
};

/** The last run must leave the same stored users as the first run. */
export const sameState: Check = (trials) => {
  const first = trials[0]?.stored ?? new Map<string, unknown>();
  const last = trials.at(-1)?.stored ?? new Map<string, unknown>();
  const added = [...last.keys()].filter((id) => !first.has(id));
  const lost = [...first.keys()].filter((id) => !last.has(id));
  const changed = [...first].filter(([id, user]) => last.has(id) && !isSameValue(last.get(id), user));
  return [
    ...toStateFinding('added', added),
    ...toStateFinding('removed', lost),
    ...toStateFinding(
      'changed',
      changed.map(([id]) => id),
    ),
  ];
};

function toStateFinding(how: string, ids: readonly string[]): Wrong[] {
  if (ids.length === 0) return [];
  return [
    { kind: 'not-repeatable', ...toFinding(`The second run ${how} ${ids.length} users: ${nameRecords(ids)}`, [], ids) },
  ];
}

/** The client must not give up a slow answer. */
export const waitsForAnswers: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    exchanges
      .filter(({ fault, broken }) => fault !== undefined && broken === 'abort')
      .map((exchange) => ({
        kind: 'short-time-limit',
        ...toFinding(`The client gave up ${nameAttempt(exchange)} after ${toSeconds(exchange.duration)}`, [exchange]),
      })),
  );
