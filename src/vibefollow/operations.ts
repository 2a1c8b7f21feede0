import type { Handlers } from '../engine/api.ts';
import type { RejectedRecord } from '../engine/request.ts';
import type { components, operations as Operations } from '../generated/vibefollow.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';
import { toEvent, type Project } from './project.ts';
import type { VibeFollowEvent } from './store.ts';

type BulkResult = components['schemas']['BulkResult'];
type EventRecord = components['schemas']['EventRecord'];
type RecordError = components['schemas']['RecordError'];

const accepted = { status: 202, body: { data: { accepted: true } } } as const;

export const operations: Handlers<Operations, Project> = {
  upsertUser({ body }, { queue }) {
    queue.enqueue({ users: [body] });
    return accepted;
  },

  bulkUpsertUsers({ body: { users }, rejected }, project) {
    project.queue.enqueue({ users });
    return { status: 200, body: toResult(users.length, rejected, project) };
  },

  trackEvent({ body }, { queue, now }) {
    queue.enqueue({ events: toEvents([body], now()) });
    return accepted;
  },

  batchTrackEvents({ body: { events } }, { queue, now }) {
    queue.enqueue({ events: toEvents(events, now()) });
    return accepted;
  },

  bulkTrackEvents({ body: { events }, rejected }, project) {
    const at = project.now();
    project.queue.enqueue({ events: events.map((event) => toEvent(event, at)) });
    return { status: 200, body: toResult(events.length, rejected, project) };
  },
};

/** Leaves `timestamp` out. Only bulk events have it. In other events it is an unknown property. */
function toEvents(events: readonly EventRecord[], at: number): VibeFollowEvent[] {
  return events.map(({ external_user_id, name, properties }) => toEvent({ external_user_id, name, properties }, at));
}

function toResult(accepted: number, rejected: readonly RejectedRecord[], { options }: Project): BulkResult {
  const errors = rejected.map((record) => toRecordError(record, options.externalUserIdField));
  return { data: { accepted, rejected: errors.length, errors }, meta: { received: accepted + errors.length } };
}

/** VF-8: in the vendor's example, the error for an empty `external_user_id` has no `field`. */
function toRecordError({ index, error }: RejectedRecord, externalUserIdField: 'absent' | 'present'): RecordError {
  const field = toFieldPath(error);
  const isShownWithout = field === 'external_user_id' && error.keyword === 'minLength';
  const isNamed = field !== '' && !(isShownWithout && externalUserIdField === 'absent');
  return { index, code: 'validation', message: toValidationMessage(error, 'The record'), ...(isNamed && { field }) };
}
