import type { YellowOptions } from '../config/options.ts';
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
export function toFaultResponse(
  status: number,
  code: string | undefined,
  { unauthorizedBody }: YellowOptions,
): ApiResponse {
  const isBare = status === 406 || (status === 401 && unauthorizedBody === 'absent');
  return isBare ? { status } : { status, body: { error: `${code ?? 'This fault was asked for'} (${status})` } };
}

/** The refusal of a key. Most pages of the vendor show no body (YE-20). */
export function unauthorized({ unauthorizedBody }: YellowOptions): ApiResponse {
  return unauthorizedBody === 'absent' ? { status: 401 } : { status: 401, body: { error: 'Unauthorized' } };
}

/** The documented 406 has no body. */
export const notAcceptable = { status: 406 } as const;

/** The text of an error, since Yellow.ai's errors have no code. */
export function errorCodeOf(body: unknown): string | undefined {
  return (body as { readonly error?: string }).error;
}
