// The common parts of the bench programs: the port, the request and the answer.

export type Api = 'vibefollow' | 'yellow';
export type Record = Readonly<{ [name: string]: unknown }>;
export interface Chunk {
  readonly users: readonly Record[];
}

/** The arguments of the command line, such as `node limit.js 4010 yellow`. */
export const port = Number(process.argv[2]);
export const api = (process.argv[3] ?? 'vibefollow') as Api;

export const path = { vibefollow: '/api/v1/users/bulk', yellow: '/cdp/api/v1/user/create-bulk' }[api];
export const key = { vibefollow: 'external_user_id', yellow: 'userId' }[api];

/** The answer of VibeFollow to a bulk request. */
export function toAnswer(accepted: number, rejected = 0): object {
  return { data: { accepted, rejected, errors: [] }, meta: { received: accepted + rejected } };
}
