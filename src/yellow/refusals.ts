import type { components } from '../generated/yellow.ts';
import type { ApiResponse } from '../http/response.ts';

/** Status of each refusal (User 360 reference). 404 for a path, 405, 413, 415 and 429 are our own, in the same shape. */
const statuses = {
  malformed: 400,
  invalid: 400,
  'unknown-path': 404,
  'unknown-user': 404,
  'wrong-method': 405,
  'too-large': 413,
  coded: 415,
  'rate-limited': 429,
  bug: 500,
} as const;

type Kind = keyof typeof statuses;

/** A refusal in Yellow.ai's error shape, typed by its status. */
export interface YellowRefusal<Status extends number> {
  readonly status: Status;
  readonly body: components['schemas']['ErrorBody'];
}

/** Builds every refusal of this API that has a body. */
export function refuse<Name extends Kind>(kind: Name, error: string): YellowRefusal<(typeof statuses)[Name]> {
  return { status: statuses[kind], body: { error } };
}

/** An error with any status. */
export function toFaultResponse(status: number, code = 'This fault was asked for'): ApiResponse {
  return [401, 406].includes(status) ? { status } : { status, body: { error: `${code} (${status})` } };
}

/** The documented 401 and 406 have no body. */
export const unauthorized = { status: 401 } as const;
export const notAcceptable = { status: 406 } as const;

/** The text of an error, since Yellow.ai's errors have no code. */
export function errorCodeOf(body: unknown): string | undefined {
  return (body as { readonly error?: string }).error;
}
