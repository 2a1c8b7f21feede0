import type { Api, Call } from '../engine/api.ts';
import type { Clock } from '../runtime/clock.ts';
import type { components } from '../generated/admin.ts';
import type { Options } from '../config/options.ts';
import { toLimitHeaders, toRetryAfter } from '../engine/rate-limit.ts';
import { createTenants, toSaveableTenants, toTenantId, type SaveableTenants } from '../engine/tenants.ts';
import { authenticate, identify } from './authenticate.ts';
import { operations } from './operations.ts';
import { createProject, toProjectState, type Project, type ProjectState } from './project.ts';
import { toFaultResponse, refuse } from './refusals.ts';
import { toRecord } from './store.ts';
import type { ApiResponse } from '../http/response.ts';

type SavedProject = components['schemas']['SavedProject'];

/** The state of the VibeFollow API. */
export interface VibeFollow {
  /** The project that a key opens, or that has this id. */
  project(keyOrId: string): ProjectState;
  /** Ids of the projects that there are. */
  projects(): string[];
}

export function createVibeFollow(
  { vibefollow: options, rateLimitHeaders }: Options,
  clock: Clock,
): Api & SaveableTenants<SavedProject> & Omit<VibeFollow, 'projects'> {
  const projects = createTenants((id) => createProject(id, options, clock));

  /** A project, with all stored that is due. */
  function projectOf(id: string): Project {
    const project = projects.of(id);
    project.queue.settle();
    return project;
  }

  return {
    identify,
    authenticate: (call) => authenticate(call, options),
    negotiate: () => undefined,

    limitRate({ operation, tenant, told }): ApiResponse | undefined {
      const limit = options.rateLimits[operation.id as keyof typeof operations];
      if (limit === undefined) return undefined;
      const standing = projects.of(tenant).limiter.take(operation.id, limit, 'fixed');
      Object.assign(told, toLimitHeaders(rateLimitHeaders, limit, standing));
      if (standing.wait === 0) return undefined;
      return { ...refuse('rate-limited', 'Too many requests'), headers: toRetryAfter(standing.wait) };
    },

    replay: (call) => projectOf(call.tenant).keys.replay(call, options),
    admit: (call) => projectOf(call.tenant).queue.admit(call),

    perform(call): ApiResponse {
      const project = projectOf(call.tenant);
      const reply = operationOf(call)(call, project);
      project.keys.remember(call, reply);
      return reply;
    },
    performPart: (call) => operationOf(call)(call, projectOf(call.tenant)),
    rehearse: (call) => operationOf(call)(call, createProject(call.tenant, options, clock)),
    fail: toFaultResponse,

    refuse({ reason, message, field, headers = {} }, call): ApiResponse {
      // A wrong envelope is a 400 where records are judged one by one (VF-3).
      const isEnvelope = reason === 'invalid' && call?.operation.records?.judged === 'separately';
      return { ...refuse(isEnvelope ? 'malformed' : reason, message, field), headers };
    },

    tenants: projects.ids,
    isWaiting: (tenant) => projectOf(tenant).queue.depth() > 0,
    stored(tenant, id): Readonly<Record<string, unknown>> | undefined {
      const user = projectOf(tenant).store.user(id);
      return user && toRecord(user);
    },

    reset: projects.clear,
    ...toSaveableTenants(projects),

    project: (keyOrId) => toProjectState(() => projectOf(toTenantId(keyOrId))),
  };
}

/** The pipeline has validated the call for the operation that it is given to. */
function operationOf({ operation }: Call): (call: Call, project: Project) => ApiResponse {
  return operations[operation.id as keyof typeof operations] as (call: Call, project: Project) => ApiResponse;
}
