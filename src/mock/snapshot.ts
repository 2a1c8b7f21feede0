import { copyAsJson } from '../http/json-body.ts';
import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateState, type ValidationError } from '../generated/validators.ts';
import { toTenantId } from '../engine/tenants.ts';
import { apiNames, type ApiName } from '../openapi/router.ts';
import { checkSavedProject } from '../vibefollow/saved.ts';
import { checkSavedBot } from '../yellow/saved.ts';
import { createJsonReader, type JsonReader } from '../runtime/json-reader.ts';

/**
 * The stored data of both APIs as plain JSON: users, events, waiting jobs, bulk creations, idempotency keys with their
 * answers, the use of rate limits, and counts for generated ids. Its schema is `State` in `openapi/admin.yaml`.
 */
export type State = components['schemas']['State'];
/** The stored data of each API by its name. */
type Saved = Pick<State, ApiName>;

/** The check of a tenant's data for each API. It finds problems that the schema does not find. */
const checks: { readonly [Name in ApiName]: (place: string, saved: Saved[Name][string]) => string[] } = {
  vibefollow: checkSavedProject,
  yellow: checkSavedBot,
};

/** The version of the format of snapshots. */
export const stateVersion = 1;
/** Maximum depth of a snapshot. A body has at most 1,000 levels, and a snapshot nests its parts some levels deeper. */
export const deepestSnapshot = 1010;

/** Maximum number of problems reported. */
const maxProblems = 20;

/** Reads a state that may be too long for one text. */
export function createSnapshotReader(): JsonReader {
  return createJsonReader({ maxDepth: deepestSnapshot });
}

/**
 * A checked copy of a state, for `restore`.
 *
 * @throws For an invalid state. The message has its first problem.
 */
export function parseSnapshot(given: unknown, keyOrId?: string): State {
  const state = copyAsJson(given, 'restore a state', deepestSnapshot);
  const problem = explainSnapshot(state, keyOrId);
  if (problem !== undefined) throw new Error(`Failed to restore a state: ${problem}.`);
  return state as State;
}

/** The first problem of a state, and how many others there are. `undefined` for a valid state. */
export function explainSnapshot(state: unknown, keyOrId?: string): string | undefined {
  const { shown, others } = findProblems(state, 1, keyOrId);
  return others === 0 ? shown[0] : `${shown[0] ?? ''} (and ${others} more)`;
}

/**
 * Checks a state of plain JSON, and returns one text for each problem. With `keyOrId`, the state may contain only this
 * tenant.
 */
export function checkSnapshot(state: unknown, keyOrId?: string): string[] {
  const { shown, others } = findProblems(state, maxProblems, keyOrId);
  return others === 0 ? [...shown] : [...shown, `there are ${others} more problems`];
}

/** The first problems of a state, and the number of all others. */
interface Problems {
  readonly shown: readonly string[];
  readonly others: number;
}

function findProblems(state: unknown, limit: number, keyOrId?: string): Problems {
  const { version } = Object(state) as { version?: unknown };
  if (typeof version === 'number' && version !== stateVersion) {
    const advice = `this vf-mock reads version ${stateVersion}. Take a new snapshot`;
    return { shown: [`the state has version ${version}; ${advice}`], others: 0 };
  }
  if (!validateState(state)) return explainFirst(validateState.errors ?? [], limit);
  const problems = [
    ...(keyOrId === undefined ? [] : findOthers(state as State, toTenantId(keyOrId))),
    ...apiNames.flatMap((api) => checkTenants(api, state as State)),
  ];
  return { shown: problems.slice(0, limit), others: Math.max(problems.length - limit, 0) };
}

function checkTenants(api: ApiName, state: Saved): string[] {
  // TypeScript does not see that both are of the same API.
  const check = checks[api] as (place: string, saved: never) => string[];
  return Object.entries(state[api]).flatMap(([id, saved]) => check(`${api}.${id}`, saved as never));
}

/** A wrong property name gives two errors. The second one only sums up, so both become one text. */
function explainFirst(errors: readonly ValidationError[], limit: number): Problems {
  const shown: string[] = [];
  let others = 0;
  for (const [at, error] of errors.entries()) {
    if (error.propertyName !== undefined) continue;
    const before = errors[at - 1];
    const both = before?.propertyName === undefined ? [error] : [before, error];
    if (shown.length < limit) shown.push(explainErrors(both, 'the state', 'property'));
    else others += 1;
  }
  return { shown, others };
}

function findOthers(state: Saved, tenant: string): string[] {
  return apiNames.flatMap((api) =>
    Object.keys(state[api])
      .filter((id) => id !== tenant)
      .map((id) => `${api} holds "${id}"; a state for one tenant may hold only that tenant, here "${tenant}"`),
  );
}
