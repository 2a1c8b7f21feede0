import type { Handlers } from '../engine/api.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import type { RejectedRecord } from '../engine/request.ts';
import type { components, operations as Operations } from '../generated/vibefollow.ts';
import { toFieldPath, toValidationMessage } from '../openapi/validation-message.ts';
import type { Project } from './project.ts';

type BulkResult = components['schemas']['BulkResult'];
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

  trackEvent({ body }, { queue }) {
    queue.enqueue({ events: [body] });
    return accepted;
  },

  batchTrackEvents({ body: { events } }, { queue }) {
    queue.enqueue({ events });
    return accepted;
  },

  bulkTrackEvents({ body: { events }, rejected }, project) {
    project.queue.enqueue({ events });
    return { status: 200, body: toResult(events.length, rejected, project) };
  },
};

function toResult(accepted: number, rejected: readonly RejectedRecord[], { options }: Project): BulkResult {
  const errors = rejected.map((record) => toRecordError(record, options));
  return { data: { accepted, rejected: errors.length, errors }, meta: { received: accepted + errors.length } };
}

/** In the vendor's examples, two errors have no `field` (VF-8, VF-13). */
function toRecordError({ index, error }: RejectedRecord, options: VibeFollowOptions): RecordError {
  const { externalUserIdField, timestampField } = options;
  const field = toFieldPath(error);
  const shown = { 'external_user_id minLength': externalUserIdField, 'timestamp format': timestampField };
  const isNamed = field !== '' && shown[`${field} ${error.keyword}` as keyof typeof shown] !== 'absent';
  return { index, code: 'validation', message: toValidationMessage(error, 'The record'), ...(isNamed && { field }) };
}
