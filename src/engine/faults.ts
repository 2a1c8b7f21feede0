import type { ParsedRequest } from './request.ts';
import type { Attempt } from './attempts.ts';
import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateFaultRule } from '../generated/validators.ts';
import { isInRange, isEmptyRange } from '../config/number-range.ts';
import type { Random } from '../runtime/random.ts';
import { carriesRecord } from './records.ts';
import { toTenantId } from './tenants.ts';

/**
 * What goes wrong, and for which attempts.
 *
 * @interface
 */
export type FaultRule = components['schemas']['FaultRule'];
/** What goes wrong. */
export type Fault = components['schemas']['Fault'];
/**
 * For which attempts; all that is given must match.
 *
 * @interface
 */
export type FaultSelector = components['schemas']['FaultSelector'];

/** A rule that is in force. */
export interface ActiveFault {
  readonly id: string;
  /** How often it has fired. */
  readonly fired: number;
  readonly rule: FaultRule;
}

/** The fault rules of a mock, in the order in which they are tried. */
export interface Faults {
  /**
   * Adds rules behind those that are there, and answers their ids.
   *
   * @throws For an unknown operation, kind or field or an impossible value; then none of the rules is added.
   * @example mock.faults.add({ on: { operation: 'bulkUpsertUsers', attempt: 1 }, fault: { status: 503, retryAfter: 2 } })
   */
  add(...rules: readonly FaultRule[]): string[];
  /** The rules that are in force, with how often each has fired. */
  list(): ActiveFault[];
  /** Removes a rule, and answers whether there was one of that id. */
  remove(id: string): boolean;
  /** Removes all rules, or those whose selector names this tenant. */
  clear(keyOrId?: string): void;
}

export interface MatchingFaults extends Faults {
  /** The first rule that matches, which fires by that. */
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
      const fresh = rules.map((rule) => ({ id: rule.id ?? newId(taken), fired: 0, rule: structuredClone(rule) }));
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
      entries = keyOrId === undefined ? [] : entries.filter(({ rule }) => !isOfTenant(rule, toTenantId(keyOrId)));
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

/** What is wrong with rules that somebody wants to add to others, one text for each problem. */
export function checkFaultRules(rules: readonly unknown[], others: readonly ActiveFault[] = []): string[] {
  const ids = new Set(others.map(({ id }) => id));
  return rules.flatMap((rule, index) => {
    const place = rules.length > 1 ? `rule ${index + 1}: ` : '';
    if (!validateFaultRule(rule)) return [place + explainErrors(validateFaultRule.errors ?? [], 'the rule')];
    const { id, on = {} } = rule as FaultRule;
    for (const name of ['attempt', 'call'] as const) {
      if (isEmptyRange(on[name])) return [`${place}on.${name} is "${String(on[name])}"; no number is in this range`];
    }
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
