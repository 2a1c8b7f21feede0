import type { Call, Reply } from '../api.ts';
import { validateVibeFollowKey } from '../generated/validators.ts';
import type { VibeFollowOptions } from '../options.ts';
import { refuse } from './refusals.ts';

/** Finds the key of a call, which is its tenant. */
export function identify(call: Call): void {
  const key = /^bearer +(\S+)$/i.exec(String(call.headers['authorization'] ?? ''))?.[1];
  if (key !== undefined && validateVibeFollowKey(key)) call.tenant = key;
}

/** Whether the key of a call opens a project. */
export function authenticate({ tenant: key }: Call, { keys }: VibeFollowOptions): Reply | undefined {
  if (key === '') {
    return refuse('unauthenticated', 'Send the project key as Authorization: Bearer sk_live_… or sk_test_…');
  }
  const standing = keys === undefined ? 'active' : (keys[key] ?? 'unknown');
  if (standing === 'active') return undefined;
  return standing === 'other-project'
    ? refuse('forbidden', 'This key belongs to another project')
    : refuse('unauthenticated', `This key is ${standing}`);
}

/** A key as it may be shown. */
export function mask(key: string): string {
  return `${key.slice(0, 8)}…${key.slice(-4)}`;
}
