import { endOf, type ClientCall, type Exchange } from '../client-calls.ts';
import { findRow } from '../rules/resends.ts';
import {
  byEndpoint,
  isUnderWay,
  nameAnswer,
  nameAttempt,
  nameRecords,
  sendsAtOnce,
  toFinding,
  toSeconds,
} from '../rules/rule.ts';
import type { Finding } from '../rules/rule.ts';
import type { Verdicts } from '../rules/verdicts.ts';
import type { ClientRun } from '../score-card.ts';

/** What one run of a client has left behind. */
export interface Trial {
  readonly run: ClientRun;
  /** In order of arrival. */
  readonly exchanges: readonly Exchange[];
  readonly calls: readonly ClientCall[];
  readonly verdicts: Verdicts;
  /** What is stored: users by their ids, as records. */
  readonly stored: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Where values are stored otherwise than a CSV file had them. */
  readonly unlike: readonly Finding[];
}

/** Looks at all runs of a case for what is wrong; `undefined` where nothing happened that it is about. */
export type Check = (trials: readonly Trial[]) => readonly Finding[] | undefined;

/** After a refusal that concerns all requests, no other is sent. */
export const stopsAtOnce: Check = (trials) =>
  trials.flatMap(({ exchanges }) =>
    byEndpoint(exchanges).flatMap((group) => {
      const refusal = group.find(({ status = 0 }) => status === 401 || status === 403);
      if (refusal === undefined) return [];
      const isConcurrent = sendsAtOnce(group);
      const later = group.filter((one) => one.number > refusal.number && !isUnderWay(one, refusal, isConcurrent));
      return later.map((one) => {
        const since = toSeconds(one.at - endOf(refusal));
        const message = `${nameAttempt(one)} came ${since} after ${nameAttempt(refusal)} met ${nameAnswer(refusal)}`;
        return toFinding(message, [refusal, one]);
      });
    }),
  );

/** What the client wrote names each record that the API reported as rejected. */
export const namesRejected: Check = (trials) => {
  const reported = trials.flatMap(({ exchanges, run }) =>
    exchanges.flatMap((exchange) => toReported(exchange).map((id) => ({ id, exchange, run }))),
  );
  if (reported.length === 0) return undefined;
  const unnamed = reported.filter(({ id, run }) => !isNamed(id, run.stdout + run.stderr));
  if (unnamed.length === 0) return [];
  const ids = [...new Set(unnamed.map(({ id }) => id))];
  const message = `Its output does not name ${ids.length} of ${reported.length} rejected records: ${nameRecords(ids)}`;
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

/** Ids that an answer reports as rejected; what has no id cannot be named. */
function toReported(exchange: Exchange): string[] {
  const { recordIds = [], rejected = [] } = exchange;
  const row = findRow(exchange);
  const indexes = row === undefined ? rejected.map(({ index }) => index) : [row];
  return indexes.map((index) => recordIds[index] ?? '').filter((id) => id !== '');
}

/** As it is, or as JSON or a URL have it. */
function isNamed(id: string, output: string): boolean {
  const json = JSON.stringify(id).slice(1, -1);
  const ascii = json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [id, json, ascii, encodeURIComponent(id)].some((written) => output.includes(written));
}
