import { toOptions, type MockOptions } from '../config/options.ts';
import { explainUnknownScenario, findScenario } from '../config/scenarios.ts';
import { toGivenTenantId, toTenantId } from '../engine/tenants.ts';
import { suggest } from '../runtime/nearest.ts';

/** Limits the effect of a scenario. */
export interface UseOptions {
  /** A VibeFollow key, project id or Yellow bot. The fault rules of the scenario affect only this tenant. */
  readonly tenant?: string | undefined;
}

/**
 * The options of a scenario, which may be a name. With a tenant, the fault rules name it.
 *
 * @throws For an unknown name or option, an invalid scenario, or one that cannot be in force for one tenant.
 */
export function readScenario(given: unknown, { tenant, ...unknown }: UseOptions = {}): MockOptions {
  const scenario = typeof given === 'string' ? findScenario(given) : given;
  if (typeof given === 'string' && scenario === undefined) throw toError(`there is ${explainUnknownScenario(given)}`);
  const { options } = Object(scenario) as { readonly options?: MockOptions };
  if (options === undefined)
    throw toError('it has no options. Give a name, or one of `scenarios`, such as scenarios.flaky');
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw toError(`unknown option "${name}"${suggest(name, ['tenant'])}`);
  toOptions(options, 'use a scenario');
  if (tenant === undefined) return options;
  toGivenTenantId(tenant, 'use a scenario');
  const problem = checkTenantScenario(options, tenant);
  if (problem !== undefined) throw toError(`it ${problem}`);
  return { faults: (options.faults ?? []).map((rule) => ({ ...rule, on: { ...rule.on, tenant } })) };
}

/**
 * Why a scenario cannot be in force for one tenant, or `undefined` if it can. Only fault rules have a tenant, and a rule
 * may name another one.
 */
export function checkTenantScenario({ faults = [], ...others }: MockOptions, tenant: string): string | undefined {
  const [option] = Object.entries(others).flatMap(([name, value]) => (isEmpty(value) ? [] : [name]));
  if (option !== undefined)
    return `changes the option ${option}, which applies to all tenants. Use it without a tenant`;
  const isForeign = faults.some(({ on }) => on?.tenant !== undefined && toTenantId(on.tenant) !== toTenantId(tenant));
  return isForeign ? 'has a fault rule for another tenant. Use it without a tenant' : undefined;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && Object.keys(value ?? {}).length === 0;
}

function toError(problem: string): Error {
  return new Error(`Failed to use a scenario: ${problem}.`);
}
