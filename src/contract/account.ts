import { randomUUID } from 'node:crypto';
import { digestOf } from '../runtime/digest.ts';
import { factsOf } from '../openapi/facts.ts';
import type { ApiName } from '../openapi/router.ts';
import type { Account } from './story.ts';
import { vendors } from './vendors.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The account of the requests, from environment variables. Without them it is an account that a local mock accepts.
 *
 * @throws If a variable is missing and the server is not on this machine.
 */
export function createAccount(api: ApiName, environment: Environment, isLocal: boolean): Account {
  const read = (name: string, fallback: string): string => {
    const value = environment[name] ?? '';
    if (value !== '') return value;
    if (isLocal) return fallback;
    throw new Error(
      `Failed to check ${api}: the environment variable ${name} is not set. Set it to the value of a sandbox.`,
    );
  };
  const { variables } = factsOf(api);
  const { local, toCredentials } = vendors[api];
  const key = read(variables.key, local.key);
  const tenant = variables.tenant === undefined ? '' : read(variables.tenant, local.tenant ?? '');
  // A server remembers keys for a day, so each run needs new keys.
  const run = randomUUID();
  return {
    credentials: toCredentials(key),
    secret: key,
    tenant,
    id: (purpose) => `vf-mock-contract-${purpose}`,
    key: (purpose) => toUuid(run, purpose),
  };
}

/** A UUID in the form of version 4, made from a run and a purpose. */
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
