import type { Api, Call, Reply } from '../api.ts';
import type { Clock } from '../clock.ts';
import type { VibeFollowOptions } from '../options.ts';
import { createFixedWindows, toRetryAfter } from '../rate-limit.ts';
import { createTenants } from '../tenants.ts';
import { authenticate, mask } from './authenticate.ts';
import { operations } from './operations.ts';
import { createProject, toState, type Project, type ProjectState } from './project.ts';
import { refuse } from './refusals.ts';

/** The state of the VibeFollow API. */
export interface VibeFollow {
  /** The project that a key opens. */
  project(key: string): ProjectState;
}

export function createVibeFollow(options: VibeFollowOptions, clock: Clock): Api & VibeFollow {
  const limiter = createFixedWindows(clock);
  const projects = createTenants(() => createProject(options, clock));

  /** The project of a key, with all stored that is due. */
  function projectOf(key: string): Project {
    const project = projects.of(key);
    project.queue.settle();
    return project;
  }

  return {
    authenticate: (call) => authenticate(call, options),
    negotiate: () => undefined,

    limitRate({ operation, tenant }): Reply | undefined {
      const limit = options.rateLimits[operation.id as keyof typeof operations];
      const wait = limit ? limiter.take(`${operation.id} ${tenant}`, limit) : 0;
      return wait > 0 ? { ...refuse('rate-limited', 'Too many requests'), headers: toRetryAfter(wait) } : undefined;
    },

    replay: (call) => projectOf(call.tenant).keys.replay(call, options),
    admit: (call) => projectOf(call.tenant).queue.admit(call),

    perform(call): Reply {
      const project = projectOf(call.tenant);
      const operation = operations[call.operation.id as keyof typeof operations] as Operation;
      const reply = operation(call, project);
      project.keys.remember(call, reply);
      return reply;
    },

    refuse({ reason, message, field, headers = {} }, call): Reply {
      // A wrong envelope is a 400 where records are judged one by one (VF-3).
      const isEnvelope = reason === 'invalid' && call?.operation.records?.judged === 'separately';
      return { ...refuse(isEnvelope ? 'malformed' : reason, message, field), headers };
    },

    mask,

    reset(): void {
      projects.clear();
      limiter.clear();
    },

    project: (key) => toState(() => projectOf(key)),
  };
}

/** Any operation: the pipeline has validated the call for the one that it is given to. */
type Operation = (call: Call, project: Project) => Reply;
