import { randomUUID } from 'node:crypto';
import { digestOf } from '../runtime/digest.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Account } from './story.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What each API needs to know of who asks, and what does for a server on this machine. */
const variables = {
  vibefollow: { VIBEFOLLOW_API_KEY: `sk_test_${'0'.repeat(32)}` },
  yellow: { YELLOW_API_KEY: 'any-key', YELLOW_BOT: 'x1640004486565' },
} as const;

/**
 * Who asks, from environment variables; without them, somebody whom a local mock lets in.
 *
 * @throws For a variable that is missing where the server is not on this machine.
 */
export function createAccount(api: ApiName, environment: Environment, isLocal: boolean): Account {
  const values = Object.entries(variables[api]).map(([name, fallback]) => {
    const value = environment[name] ?? '';
    if (value !== '') return value;
    if (isLocal) return fallback;
    throw new Error(`Failed to check ${api}: the environment variable ${name} is not set. Use that of a sandbox.`);
  });
  const [key = '', bot = ''] = values;
  // A server remembers keys for a day, and would answer as it did then.
  const run = randomUUID();
  return {
    // YE-3: either header, so both.
    credentials: api === 'vibefollow' ? { Authorization: `Bearer ${key}` } : { 'X-Auth-Token': key, 'x-api-key': key },
    secret: key,
    bot,
    id: (purpose) => `vf-mock-contract-${purpose}`,
    key: (purpose) => toUuid(run, purpose),
  };
}

/** A UUID of version 4 in its form, of a run and what it is for. */
function toUuid(run: string, purpose: string): string {
  const hex = digestOf(`${run} ${purpose}`) + digestOf(`${purpose} ${run}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
