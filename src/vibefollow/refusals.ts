import type { components } from '../generated/vibefollow.ts';

type ErrorBody = components['schemas']['ErrorBody'];

/** Status and code of each refusal (VibeFollow errors page). 404, 405, 413 and 415 are our own, in the same shape. */
const kinds = {
  malformed: { status: 400, code: 'validation_failed' },
  unauthenticated: { status: 401, code: 'auth_required' },
  forbidden: { status: 403, code: 'forbidden' },
  'unknown-path': { status: 404, code: 'not_found' },
  'wrong-method': { status: 405, code: 'method_not_allowed' },
  'reuse-conflict': { status: 409, code: 'idempotency_key_reuse' },
  'key-under-way': { status: 409, code: 'idempotency_key_in_progress' },
  'too-large': { status: 413, code: 'payload_too_large' },
  coded: { status: 415, code: 'unsupported_media_type' },
  invalid: { status: 422, code: 'validation_failed' },
  reuse: { status: 422, code: 'idempotency_key_reuse' },
  'rate-limited': { status: 429, code: 'rate_limited' },
  'queue-full': { status: 429, code: 'backfill_queue_full' },
  bug: { status: 500, code: 'server_error' },
} as const;

type Kind = keyof typeof kinds;

/** A refusal in VibeFollow's error shape, typed by its status. */
export interface VibeFollowRefusal<Status extends number> {
  readonly status: Status;
  readonly body: ErrorBody;
}

/** An error with any status. Without `code` it has the usual code of the status. */
export function toFaultResponse(status: number, code?: string): VibeFollowRefusal<number> {
  const usual = Object.values(kinds).find((kind) => kind.status === status)?.code ?? 'server_error';
  return { status, body: { errors: [{ code: code ?? usual, message: `This fault was asked for (${status})` }] } };
}

/** Builds every refusal of this API. */
export function refuse<Name extends Kind>(
  kind: Name,
  message: string,
  field?: string,
): VibeFollowRefusal<(typeof kinds)[Name]['status']> {
  const { status, code } = kinds[kind];
  return { status, body: { errors: [{ code, message, ...(field !== undefined && field !== '' && { field }) }] } };
}

/** The code of the first error in a body. */
export function errorCodeOf(body: unknown): string | undefined {
  const { errors: [first] = [] } = body as { readonly errors?: readonly { readonly code?: string }[] };
  return first?.code;
}
