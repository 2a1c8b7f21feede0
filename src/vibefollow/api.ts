import { createApi, type CreatedApi } from '../engine/create-api.ts';
import { createQueuePositions } from '../engine/job-queue.ts';
import { toTenantId } from '../engine/tenants.ts';
import type { Options } from '../config/options.ts';
import type { components } from '../generated/admin.ts';
import type { Clock } from '../runtime/clock.ts';
import { authenticate, identify } from './authenticate.ts';
import { createKeyedBodies } from './idempotency.ts';
import { operations } from './operations.ts';
import { createProject, toProjectState, type Project, type ProjectState } from './project.ts';
import { maskRoughKeys } from '../openapi/key-forms.ts';
import { errorCodeOf, refuse, toFaultResponse } from './refusals.ts';
import { createReading } from './reading.ts';
import { findDoubles } from './records.ts';
import { toRecord } from './store.ts';

/** The state of the VibeFollow API. */
export interface VibeFollow {
  /**
   * The project of this key, or with this id. A project that is not known yet is empty.
   *
   * @throws For a text that is neither a key nor the id of a project.
   */
  project(keyOrId: string): ProjectState;
  /** Ids of the known projects. */
  projects(): string[];
}

/** The form of the ids of projects. */
const projectId = /^prj_[\da-f]{16}$/;

type Created = CreatedApi<components['schemas']['SavedProject'], Project>;

export function createVibeFollow({ vibefollow: options, rateLimitHeaders }: Options, clock: Clock): Created {
  const shared = { clock, positions: createQueuePositions(), bodies: createKeyedBodies() };
  return createApi({
    createState: (id) => createProject(id, options, shared),
    handlers: operations,
    reading: createReading(options),
    identify,
    authenticate: (request) => authenticate(request, options),
    rateLimitHeaders,
    rateLimitOf({ id }) {
      const limit = options.rateLimits[id as keyof typeof operations];
      return limit && { limit, window: 'fixed', isRetryAfterSent: true };
    },
    replay: (request, { keys }, isOverlapping) => keys.replay(request, isOverlapping),
    remember: (request, response, { keys }) => keys.remember(request, response),
    admit: (request, { queue }) => queue.admit(request),
    doubles: (request) => findDoubles(request, options),
    toFaultResponse,
    toRefusalResponse({ reason, message, field, headers = {} }, operation) {
      // A bulk request with a wrong envelope is a 400, not a 422 (VF-3).
      const isEnvelope = reason === 'invalid' && operation?.records?.judged === 'separately';
      return { ...refuse(isEnvelope ? 'malformed' : reason, message, field), headers };
    },
    errorCodeOf,
    queueProgress: ({ queue }) => queue.progress(),
    userIds: ({ store }) => store.userIds(),
    stored({ store }, id) {
      const user = store.user(id);
      return user && toRecord(user);
    },
    emailOf: ({ store }, id) => store.emailOf(id),
  });
}

/** The public view of the API's state. */
export function toVibeFollow({ api, stateOf, peek }: Created): VibeFollow {
  return {
    project(keyOrId): ProjectState {
      const use = 'Use a key, or one of the ids that projects() lists';
      if (typeof keyOrId !== 'string') throw new Error(`Failed to find a project: its key is no text. ${use}.`);
      const id = toTenantId(keyOrId);
      if (projectId.test(id))
        return toProjectState(
          () => peek(id),
          () => stateOf(id),
        );
      const problem = `"${maskRoughKeys(keyOrId)}" is neither a VibeFollow key nor a project id`;
      throw new Error(`Failed to find a project: ${problem}. ${use}.`);
    },
    projects: api.tenants,
  };
}
