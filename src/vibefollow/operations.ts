import type { Handlers, RejectedRecord } from '../api.ts';
import type { components, operations as Operations } from '../generated/vibefollow.ts';
import { toField, toMessage } from '../problem.ts';
import type { Project } from './project.ts';

type BulkResult = components['schemas']['BulkResult'];
type RecordError = components['schemas']['RecordError'];

const accepted = { status: 202, body: { data: { accepted: true } } } as const;

export const operations: Handlers<Operations, Project> = {
  upsertUser({ body }, { queue, store }) {
    queue.enqueue([body], store.upsert);
    return accepted;
  },

  bulkUpsertUsers({ body: { users }, rejected }, project) {
    project.queue.enqueue(users, project.store.upsert);
    return { status: 200, body: toResult(users.length, rejected, project) };
  },

  trackEvent({ body }, { queue, store }) {
    queue.enqueue([body], store.track);
    return accepted;
  },

  batchTrackEvents({ body: { events } }, { queue, store }) {
    queue.enqueue(events, store.track);
    return accepted;
  },

  bulkTrackEvents({ body: { events }, rejected }, project) {
    project.queue.enqueue(events, project.store.trackTimed);
    return { status: 200, body: toResult(events.length, rejected, project) };
  },
};

function toResult(accepted: number, rejected: readonly RejectedRecord[], { options }: Project): BulkResult {
  const errors = rejected.map((record) => toRecordError(record, options.externalUserIdField));
  return { data: { accepted, rejected: errors.length, errors }, meta: { received: accepted + errors.length } };
}

/** VF-8: the vendor's example of the message on an empty `external_user_id` has no field. */
function toRecordError({ index, error }: RejectedRecord, externalUserIdField: 'absent' | 'present'): RecordError {
  const field = toField(error);
  const isShownWithout = field === 'external_user_id' && error.keyword === 'minLength';
  const isNamed = field !== '' && !(isShownWithout && externalUserIdField === 'absent');
  return { index, code: 'validation', message: toMessage(error, 'The record'), ...(isNamed && { field }) };
}
