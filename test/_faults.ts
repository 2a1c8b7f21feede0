import type { Mock } from 'vf-mock';
import { bot, key } from './_setup.ts';

/** A bulk operation of one API for the tests of faults. */
export interface Target {
  readonly name: string;
  readonly operation: 'bulkUpsertUsers' | 'bulkCreateUsers';
  readonly path: string;
  /** A request with a record for each id. An empty id makes the record invalid. */
  request(ids: readonly string[], headers?: Record<string, string>): RequestInit;
  /** The ids of the stored users. */
  stored(mock: Mock): string[];
  /** The vendor's error body. */
  error(status: number, code: string): object;
}

export const vibefollow: Target = {
  name: 'VibeFollow',
  operation: 'bulkUpsertUsers',
  path: '/api/v1/users/bulk',
  request: (ids, headers) => ({
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ users: ids.map((id) => ({ external_user_id: id })) }),
  }),
  stored: (mock) =>
    mock.vibefollow
      .project(key)
      .users()
      .map(({ external_user_id }) => external_user_id),
  error: (status, code) => ({ errors: [{ code, message: `This fault was asked for (${status})` }] }),
};

export const yellow: Target = {
  name: 'Yellow',
  operation: 'bulkCreateUsers',
  path: `/cdp/api/v1/user/create-bulk?bot=${bot}`,
  request: (ids, headers) => ({
    method: 'POST',
    headers: { 'x-api-key': 'secret', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ users: ids.map((id) => ({ userId: id })) }),
  }),
  stored: (mock) =>
    mock.yellow
      .bot(bot)
      .users()
      .map(({ userId }) => String(userId?.value)),
  error: (status) => ({ error: `This fault was asked for (${status})` }),
};

export const targets: readonly Target[] = [vibefollow, yellow];

/** The result of a request for its client, as plain data. */
export type Met =
  | { readonly status: number; readonly type: string | null; readonly retryAfter: string | null; readonly body: string }
  | { readonly status: number; readonly brokenBody: string }
  | { readonly rejected: string };

/** Waits for an answer and its body. Returns the answer or the name of the error. */
export async function meet(answer: Promise<Response>): Promise<Met> {
  let response: Response;
  try {
    response = await answer;
  } catch (error) {
    return { rejected: nameOf(error) };
  }
  const { status, headers } = response;
  try {
    const body = await response.text();
    return { status, type: headers.get('content-type'), retryAfter: headers.get('retry-after'), body };
  } catch (error) {
    return { status, brokenBody: nameOf(error) };
  }
}

/** Waits until a condition is true. Data over a socket needs some turns of the event loop. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** Each attempt in the journal: its call, number, fault and how much of the work was done. */
export function attempts(mock: Mock): unknown[] {
  return mock.journal.exchanges().map(({ call, attempt, fault, applied }) => [call, attempt, fault, applied]);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
