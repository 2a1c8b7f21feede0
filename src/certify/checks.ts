import { endOf, type ClientCall } from '../journal/exchange.ts';
import { toEndpoints } from '../rules/endpoints.ts';
import { toFinding, type Finding } from '../rules/rule.ts';
import { listRejections } from '../rules/reported.ts';
import type { Check } from './trial.ts';
import { nameAnswer, nameAttempt, nameRecords, toSeconds } from '../journal/wording.ts';

/** Requests that a client with several connections may have begun by the time that it hears of a refusal. */
const allowedInFlight = 16;

/** After a refusal that concerns all requests, no other is sent. */
export const stopsAtOnce: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    toEndpoints(exchanges).flatMap(({ exchanges: group, isConcurrent }) => {
      const refusal = group.find(({ status = 0 }) => status === 401 || status === 403);
      if (refusal === undefined) return [];
      const later = group.filter((one) => one.number > refusal.number && one.at >= endOf(refusal));
      const atOnce = group.reduce((most, { concurrent = 1 }) => Math.max(most, concurrent), 1);
      // By number and not by time, which a busy machine stretches.
      const allowed = isConcurrent ? Math.max(allowedInFlight, 2 * atOnce) : 0;
      const [first] = later;
      if (first === undefined || later.length <= allowed) return [];
      const count = `${later.length} more request${later.length === 1 ? '' : 's'}`;
      const message = `${count} came after ${nameAttempt(refusal)} met ${nameAnswer(refusal)}, the first of them ${toSeconds(first.at - endOf(refusal))} later`;
      return [toFinding(message, [refusal, ...later])];
    }),
  );

/** What the client wrote names each record that the API reported as rejected. */
export const namesRejected: Check = (trials) => {
  const reported = trials.flatMap(({ exchanges, run }) =>
    exchanges.flatMap((exchange) => {
      // What has no id cannot be named.
      const named = listRejections(exchange).filter(({ id }) => id !== '');
      return named.map(({ id }) => ({ id, exchange, run }));
    }),
  );
  if (reported.length === 0) return undefined;
  const outputs = new Map(trials.map(({ run }) => [run, toNaming(run.stdout + run.stderr)]));
  const unnamed = reported.filter(({ id, run }) => outputs.get(run)?.(id) !== true);
  if (unnamed.length === 0) return [];
  const ids = [...new Set(unnamed.map(({ id }) => id))];
  const message = `The output of the client does not name ${ids.length} of ${reported.length} rejected records: ${nameRecords(ids)}`;
  return [toFinding(message, [...new Set(unnamed.map(({ exchange }) => exchange))], ids)];
};

/** What the last run leaves stored is what the first did. */
export const sameState: Check = (trials) => {
  const first = trials[0]?.stored ?? new Map<string, unknown>();
  const last = trials.at(-1)?.stored ?? new Map<string, unknown>();
  const added = [...last.keys()].filter((id) => !first.has(id));
  const lost = [...first.keys()].filter((id) => !last.has(id));
  const changed = [...first].filter(
    ([id, user]) => last.has(id) && JSON.stringify(last.get(id)) !== JSON.stringify(user),
  );
  return [
    ...toDifference('added', added),
    ...toDifference('removed', lost),
    ...toDifference(
      'changed',
      changed.map(([id]) => id),
    ),
  ];
};

function toDifference(how: string, ids: readonly string[]): Finding[] {
  if (ids.length === 0) return [];
  return [toFinding(`The second run ${how} ${ids.length} users: ${nameRecords(ids)}`, [], ids)];
}

/** No answer that takes its time is given up before it has come. */
export const waitsForAnswers: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    exchanges
      .filter(({ fault, broken }) => fault !== undefined && broken === 'abort')
      .map((one) => toFinding(`${nameAttempt(one)} was given up after ${toSeconds(one.duration)}`, [one])),
  );

/** So many calls with two waits are enough to compare. */
const enough = 6;

/** The waits before third attempts are longer than those before second ones, at the most or as a rule. */
export const waitsGrow: Check = (trials) => {
  const pairs = trials.flatMap(({ calls }) => calls.flatMap(toWaits));
  if (pairs.length < enough) return undefined;
  const [first, second] = [pairs.map((pair) => pair.waits[0]), pairs.map((pair) => pair.waits[1])];
  if (toMost(second) > toMost(first) || toMedian(second) > toMedian(first)) return [];
  const message = `In ${pairs.length} calls no wait before a third attempt (at most ${toSeconds(toMost(second))}) was longer than all waits before second attempts (at most ${toSeconds(toMost(first))})`;
  return [
    toFinding(
      message,
      pairs.flatMap(({ call }) => call.attempts),
    ),
  ];
};

function toWaits(call: ClientCall): { call: ClientCall; waits: readonly [number, number] }[] {
  const [, second, third] = call.attempts;
  if (second?.waited === undefined || third?.waited === undefined) return [];
  return [{ call, waits: [second.waited, third.waited] }];
}

function toMost(waits: readonly number[]): number {
  return waits.reduce((most, wait) => Math.max(most, wait), 0);
}

function toMedian(waits: readonly number[]): number {
  return waits.toSorted((a, b) => a - b)[waits.length >> 1] ?? 0;
}

/** Whether an output names an id: as it is, or as JSON, CSV or a URL have it, but not as a part of another. */
function toNaming(output: string): (id: string) => boolean {
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
