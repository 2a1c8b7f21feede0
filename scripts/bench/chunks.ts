// The requests of the bench: chunks of users from a fixed population. So all rounds have the same mix.
import type { FaultRule } from 'vf-mock';
import type { Api } from './programs/wire.ts';

const population = 10_000;
const poolSize = 20;
const projectKey = `sk_test_${'0'.repeat(32)}`;

export const bulkUrl = 'https://api.vibefollow.com/api/v1/users/bulk';
export const paths: { readonly [api in Api]: string } = {
  vibefollow: '/api/v1/users/bulk',
  yellow: '/cdp/api/v1/user/create-bulk?bot=x1640004486565',
};
export const headers: { readonly [api in Api]: { readonly [name: string]: string } } = {
  vibefollow: { authorization: `Bearer ${projectKey}`, 'content-type': 'application/json' },
  yellow: { 'x-auth-token': 'any', 'content-type': 'application/json' },
};

/** Faults that never fire: for another record, for an attempt that never comes, and for another tenant. */
export const faults: readonly FaultRule[] = [
  { on: { operation: 'bulkUpsertUsers', record: 'usr_none', attempt: 1 }, fault: { status: 503, retryAfter: 2 } },
  { on: { operation: 'bulkCreateUsers', record: 'usr_none', attempt: 1 }, fault: { status: 503, retryAfter: 2 } },
  { on: { attempt: '>=2' }, fault: { kind: 'reset' } },
  { on: { tenant: `sk_test_${'1'.repeat(32)}` }, fault: { status: 429, retryAfter: 30 } },
];

/** Bodies to send in turn. Each has `size` users from the whole population. */
export function toBodies(
  api: Api,
  size: number,
  users = population,
  count = Math.max(poolSize, 1000 / size),
): string[] {
  return Array.from({ length: count }, (_, chunk) =>
    toBody(
      api,
      Array.from({ length: size }, (_, at) => (chunk * 7919 + at * 104_729) % users),
      chunk,
    ),
  );
}

/** The body with these users. The number of the chunk is in the data, so each chunk changes its users. */
export function toBody(api: Api, numbers: readonly number[], chunk = 0): string {
  return JSON.stringify({ users: numbers.map((number) => toUser[api](number, number + chunk)) });
}

const toUser: { readonly [api in Api]: (number: number, value: number) => object } = {
  vibefollow: (number, value) => ({
    external_user_id: `usr_${number}`,
    email: `user${number}@example.com`,
    traits: { name: `User ${number}`, plan: value % 2 === 0 ? 'pro' : 'free', seats: value },
  }),
  yellow: (number, value) => ({
    userId: `usr_${number}`,
    email: `user${number}@example.com`,
    firstName: `User ${number}`,
    city: value % 2 === 0 ? 'Pune' : 'Goa',
    seats: value,
  }),
};
