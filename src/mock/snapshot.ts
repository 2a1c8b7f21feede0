import { cloneJson } from '../runtime/clone-json.ts';
import { copyAsJson } from '../http/json-body.ts';
import { explainErrors } from '../config/explain-error.ts';
import type { components } from '../generated/admin.ts';
import { validateState, type ValidationError } from '../generated/validators.ts';
import { toTenantId } from '../engine/tenants.ts';
import { checkRecords } from '../engine/validate.ts';

/**
 * The stored data of both APIs as plain JSON: users, events, waiting jobs, bulk creations, idempotency keys with their
 * answers, the use of rate limits, and counts for generated ids. Its schema is `State` in `openapi/admin.yaml`.
 */
export type State = components['schemas']['State'];
type SavedProject = components['schemas']['SavedProject'];
type SavedBot = components['schemas']['SavedBot'];

/** The version of the format of snapshots. */
const stateVersion = 1;
/** Maximum depth of a snapshot. A body has at most 1,000 levels, and a snapshot nests its parts some levels deeper. */
export const deepestSnapshot = 1010;

/** Maximum number of problems reported. */
const maxProblems = 20;

/** A copy of the stored data, with the version. */
export function toSnapshot(tenants: Omit<State, 'version'>): State {
  return cloneJson({ version: stateVersion, ...tenants });
}

/**
 * A checked copy of a state, for `restore`.
 *
 * @throws For an invalid state. The message has its first problem.
 */
export function parseSnapshot(given: unknown, keyOrId?: string): State {
  const state = copyAsJson(given, 'restore a state', deepestSnapshot);
  const [problem, ...others] = findProblems(state, keyOrId);
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  if (problem !== undefined) throw new Error(`Failed to restore a state: ${problem}${more}.`);
  return state as State;
}

/**
 * Checks a state of plain JSON, and returns one text for each problem. With `keyOrId`, the state may contain only this
 * tenant.
 */
export function checkSnapshot(state: unknown, keyOrId?: string): string[] {
  const problems = findProblems(state, keyOrId);
  return problems.length <= maxProblems
    ? problems
    : [...problems.slice(0, maxProblems), `there are ${problems.length - maxProblems} more problems`];
}

function findProblems(state: unknown, keyOrId?: string): string[] {
  const { version } = Object(state) as { version?: unknown };
  if (typeof version === 'number' && version !== stateVersion) {
    return [`the state has version ${version}; this vf-mock reads version ${stateVersion}. Take a new snapshot`];
  }
  if (!validateState(state)) return explainAll(validateState.errors ?? []);
  const { vibefollow, yellow } = state as State;
  return [
    ...(keyOrId === undefined ? [] : findOthers(state as State, toTenantId(keyOrId))),
    ...Object.entries(vibefollow).flatMap(([id, project]) => checkProject(`vibefollow.${id}`, project)),
    ...Object.entries(yellow).flatMap(([id, bot]) => checkBot(`yellow.${id}`, bot)),
  ];
}

/** A wrong property name gives two errors. The second one only sums up, so both become one text. */
function explainAll(errors: readonly ValidationError[]): string[] {
  return errors.flatMap((error, at) => {
    if (error.propertyName !== undefined) return [];
    const before = errors[at - 1];
    return [explainErrors(before?.propertyName === undefined ? [error] : [before, error], 'the state', 'property')];
  });
}

function findOthers({ vibefollow, yellow }: State, tenant: string): string[] {
  return Object.entries({ vibefollow, yellow }).flatMap(([api, tenants]) =>
    Object.keys(tenants)
      .filter((id) => id !== tenant)
      .map((id) => `${api} holds "${id}"; a state for one tenant may hold only that tenant, here "${tenant}"`),
  );
}

function checkProject(place: string, { users, events, queue, idempotencyKeys }: SavedProject): string[] {
  const user = 'bulkUpsertUsers';
  const event = 'trackEvent';
  return [
    ...checkRecords(`${place}.users`, users, user),
    ...checkRecords(`${place}.events`, events, event),
    ...queue.flatMap((job, at) => [
      ...checkRecords(`${place}.queue[${at}].users`, job.users ?? [], user),
      ...checkRecords(`${place}.queue[${at}].events`, job.events ?? [], event),
    ]),
    ...checkUnique(`${place}.users`, 'external_user_id', users),
    ...checkUnique(`${place}.idempotencyKeys`, 'key', idempotencyKeys),
  ];
}

function checkBot(place: string, { users, events, bulkCreations, waiting }: SavedBot): string[] {
  const user = 'addUser';
  const asRecords = users.map(({ userId, properties }) => ({ ...properties, userId }));
  return [
    ...checkRecords(`${place}.users`, asRecords, user),
    ...waiting.flatMap((job, at) => checkRecords(`${place}.waiting[${at}].users`, job.users, user)),
    ...checkUnique(`${place}.users`, 'userId', users),
    ...checkUnique(`${place}.events`, 'id', events),
    ...checkUnique(`${place}.bulkCreations and ${place}.waiting`, 'id', [...bulkCreations, ...waiting]),
  ];
}

function checkUnique<Name extends string>(
  place: string,
  name: Name,
  items: readonly { readonly [Key in Name]: string }[],
): string[] {
  const ids = items.map((item) => item[name]);
  const seen = new Set<string>();
  const duplicates = ids.filter((id) => seen.size === seen.add(id).size);
  return [...new Set(duplicates)].map((id) => `${place} hold the ${name} "${id}" more than once`);
}
