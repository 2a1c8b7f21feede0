import type { ParsedRequest } from './request.ts';
import type { Attempt } from './attempts.ts';
import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateFaultRule } from '../generated/validators.ts';
import { isInRange, isEmptyRange } from '../config/number-range.ts';
import { freezeJson } from '../runtime/clone-json.ts';
import { operationOf } from '../openapi/router.ts';
import type { Random } from '../runtime/random.ts';
import { carriesRecord } from './records.ts';
import { findTenantProblem, toGivenTenantId, toTenantId } from './tenants.ts';

/**
 * A fault rule: a fault, and the attempts that it affects.
 *
 * @interface
 */
export type FaultRule = components['schemas']['FaultRule'];
/** A fault: the way in which an attempt fails. */
export type Fault = components['schemas']['Fault'];
/**
 * Selects attempts. An attempt must match all given fields.
 *
 * @interface
 */
export type FaultSelector = components['schemas']['FaultSelector'];

/** A fault rule that is in force. */
export interface ActiveFault {
  /** The `id` of the rule, or `fault-<n>` if the rule has none. */
  readonly id: string;
  /** Number of times that the rule has fired. */
  readonly fired: number;
  /** A copy of the rule. */
  readonly rule: FaultRule;
}

/** The fault rules of a mock. For each attempt they are tried in order, and the first one that matches fires. */
export interface Faults {
  /**
   * Adds rules behind the existing ones. Returns the ids of the new rules.
   *
   * @throws For an unknown operation, kind or field, or an impossible value. If so, no rule is added.
   * @example mock.faults.add({ on: { operation: 'bulkUpsertUsers', attempt: 1 }, fault: { status: 503, retryAfter: 2 } })
   */
  add(...rules: readonly FaultRule[]): string[];
  /** The rules in force, each with the number of times that it has fired. */
  list(): ActiveFault[];
  /** Removes the rule with this id. Returns whether there was one. */
  remove(id: string): boolean;
  /** Removes all rules. With a VibeFollow key, project id or Yellow bot, only the rules whose selector names it. */
  clear(keyOrId?: string): void;
}

export interface MatchingFaults extends Faults {
  /** Finds the first rule that matches an attempt, and counts it as fired. */
  match(request: ParsedRequest, attempt: Attempt): ActiveFault | undefined;
}

type Entry = ActiveFault & { fired: number };

export function createFaults(random: Random): MatchingFaults {
  let entries: Entry[] = [];
  let added = 0;

  function newId(taken: ReadonlySet<string | undefined>): string {
    added += 1;
    const id = `fault-${added}`;
    return taken.has(id) ? newId(taken) : id;
  }

  return {
    add(...rules): string[] {
      const [problem] = checkFaultRules(rules, entries);
      if (problem !== undefined) throw new Error(`Failed to add a fault: ${problem}.`);
      const taken = new Set([...entries, ...rules].map(({ id }) => id));
      const fresh = rules.map((rule) => ({
        id: rule.id ?? newId(taken),
        fired: 0,
        rule: freezeJson(structuredClone(rule)),
      }));
      entries = [...entries, ...fresh];
      return fresh.map(({ id }) => id);
    },
    list: () => entries.map((entry) => ({ ...entry })),
    remove(id): boolean {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear(keyOrId): void {
      if (keyOrId === undefined) added = 0;
      const tenant = keyOrId === undefined ? undefined : toGivenTenantId(keyOrId, 'remove faults');
      entries = tenant === undefined ? [] : entries.filter(({ rule }) => !isOfTenant(rule, tenant));
    },
    match(request, attempt): ActiveFault | undefined {
      const entry = entries.find(
        ({ id, fired, rule: { on = {}, times = Infinity } }) =>
          fired < times && selects(on, id, request, attempt, random),
      );
      if (entry) entry.fired += 1;
      return entry && { ...entry };
    },
  };
}

/** Checks new rules, also against the ids of `others`. Returns one text for each problem. */
export function checkFaultRules(rules: readonly unknown[], others: readonly ActiveFault[] = []): string[] {
  const ids = new Set(others.map(({ id }) => id));
  return rules.flatMap((rule, index) => {
    const place = rules.length > 1 ? `rule ${index + 1}: ` : '';
    if (!validateFaultRule(rule)) return [place + explainErrors(validateFaultRule.errors ?? [], 'the rule')];
    const { id, on = {} } = rule as FaultRule;
    for (const name of ['attempt', 'call'] as const) {
      if (isEmptyRange(on[name])) return [`${place}on.${name} is "${String(on[name])}"; no number is in this range`];
    }
    if (on.api !== undefined && on.operation !== undefined && operationOf(on.operation).api !== on.api)
      return [`${place}on.operation is "${on.operation}", which is no operation of ${on.api}`];
    const problem = on.tenant === undefined ? undefined : findTenantProblem(on.tenant);
    if (problem !== undefined) return [`${place}on.tenant: ${problem}`];
    if (id === undefined) return [];
    if (ids.has(id)) return [`${place}there is a rule with the id "${id}" already. Use another, or none`];
    ids.add(id);
    return [];
  });
}

function selects(on: FaultSelector, id: string, request: ParsedRequest, attempt: Attempt, random: Random): boolean {
  const { operation, tenant } = request;
  return (
    (on.api ?? operation.api) === operation.api &&
    (on.operation ?? operation.id) === operation.id &&
    (on.tenant === undefined || isOfTenant({ on }, tenant.id)) &&
    isInRange(on.attempt, attempt.number) &&
    isInRange(on.call, attempt.call) &&
    (on.record === undefined || carriesRecord(request, on.record)) &&
    (on.chance === undefined || random.chance(id, attempt.content, attempt.number) < on.chance)
  );
}

function isOfTenant({ on }: Pick<FaultRule, 'on'>, tenant: string): boolean {
  return on?.tenant !== undefined && toTenantId(on.tenant) === tenant;
}
