import { rules } from '../rules/verdicts.ts';
import { tolerance } from '../journal/exchange.ts';
import { adviceOf, describeCause, sortOf } from './cause-kinds.ts';
import type { CaseCause, CaseResult, Cause } from './report.ts';

/** A failed case with its cause. */
type Failed = CaseResult & { readonly cause: CaseCause };
type Group = readonly [Failed, ...Failed[]];

/**
 * The causes of all failed cases, each once: causes of a MUST first, then those of the most cases. `ids` are the ids of
 * all cases of the API.
 */
export function toCauses(results: readonly CaseResult[], ids: readonly string[]): Cause[] {
  const groups = new Map<string, Group>();
  const sends = sendsAgain(results);
  for (const result of mergeForms(results.filter(isFailed))) {
    const key = `${toKey(result.cause)} ${sends ? (toSort(result.cause) ?? '') : ''}`;
    const known = groups.get(key);
    groups.set(key, known ? [...known, result] : [result]);
  }
  const causes = [...groups.values()].map((group) => toCause(group, ids, sends));
  return causes.toSorted((a, b) => a.level.localeCompare(b.level) || b.cases.length - a.cases.length);
}

function isFailed(result: CaseResult): result is Failed {
  return result.outcome === 'failed' && result.cause !== undefined;
}

/** Whether the client sends a chunk again, ever. A library may do so at once, without the knowledge of the client. */
function sendsAgain(results: readonly CaseResult[]): boolean {
  const attempts = results.flatMap(({ calls }) => calls.flatMap((call) => call.attempts));
  return attempts.some(({ waited = 0 }) => waited > tolerance);
}

/**
 * The sort of answers after which the client does not send again. Each sort is a thing of its own, unless the client
 * never sends again.
 */
function toSort({ kind, answers }: CaseCause): number | undefined {
  return kind === 'retries-transient' ? sortOf(answers) : undefined;
}

/** The form of `Retry-After` does not matter after a status that the client never repeats. */
function mergeForms(failed: readonly Failed[]): Failed[] {
  const all = new Set(failed.flatMap(({ cause }) => (toSort(cause) === undefined ? [] : cause.answers)));
  const merge = (answer: string): string => [answer.replace(/ with .*/, '')].find((plain) => all.has(plain)) ?? answer;
  return failed.map((result) => ({
    ...result,
    cause: { ...result.cause, answers: [...new Set(result.cause.answers.map(merge))] },
  }));
}

/** Causes with the same key are one. Numbers and the names of temporary files differ from case to case. */
function toKey({ kind, message }: CaseCause): string {
  if (kind === 'complete' || describeCause(kind, []) !== undefined) return kind;
  return `${kind} ${message.replaceAll(/vf-mock-certify-\w+/g, '').replaceAll(/\d+/g, '#')}`;
}

function toCause(group: Group, ids: readonly string[], sends: boolean): Cause {
  const worst = group.find(({ level }) => level === 'MUST') ?? group[0];
  const { cause, level } = worst;
  const answers = [...new Set(group.flatMap((result) => result.cause.answers))].toSorted();
  const cases = group.map(({ id }) => id);
  const { requirement, source } = rules.find(({ id }) => id === cause.kind && id !== 'complete') ?? worst;
  return {
    kind: cause.kind,
    message: describeCause(cause.kind, answers) ?? cause.message,
    level,
    requirement,
    source,
    advice: adviceOf(cause.kind, sends ? toSort(cause) : undefined),
    cases,
    only: toPrefixes(cases, ids),
  };
}

/** Few prefixes that select these cases and no other: of whole groups, of ids with the same beginning, or whole ids. */
function toPrefixes(cases: readonly string[], ids: readonly string[]): string[] {
  const others = ids.filter((id) => !cases.includes(id));
  const prefixes: string[] = [];
  for (const id of cases) {
    if (prefixes.some((prefix) => id.startsWith(prefix))) continue;
    const start = id.indexOf('/') + 1;
    const lengths = Array.from({ length: id.length - start }, (_, at) => start + at);
    const length = lengths.find((end) => !others.some((other) => other.startsWith(id.slice(0, end)))) ?? id.length;
    const same = cases.filter((other) => other.startsWith(id.slice(0, length)));
    prefixes.push(length === start ? id.slice(0, start) : toCommonPrefix(same));
  }
  return prefixes;
}

function toCommonPrefix([first = '', ...rest]: readonly string[]): string {
  let length = first.length;
  while (!rest.every((text) => text.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}
