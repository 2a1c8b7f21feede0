import type { ParsedRequest, Tenant } from '../engine/request.ts';
import { validateVibeFollowKey } from '../generated/validators.ts';
import type { VibeFollowOptions } from '../config/options.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { toTenantId } from '../engine/tenants.ts';
import { ownText } from '../runtime/own-text.ts';
import { refuse } from './refusals.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Headers } from '../http/request.ts';

/** Finds the tenant of a request: the project of its key. */
export function identify({ headers }: Pick<ParsedRequest, 'headers'>): Tenant {
  const key = findKey(headers);
  return key === undefined ? { id: '', shownName: '' } : { id: toTenantId(key), shownName: ownText(maskKeys(key)) };
}

/** Refuses a request without a valid key. */
export function authenticate({ headers }: ParsedRequest, { keys }: VibeFollowOptions): ApiResponse | undefined {
  const key = findKey(headers);
  if (key === undefined) {
    return refuse('unauthenticated', 'Send the project key as Authorization: Bearer sk_live_… or sk_test_…');
  }
  const standing = keys === undefined ? 'active' : (keys[key] ?? 'unknown');
  if (standing === 'active') return undefined;
  return standing === 'other-project'
    ? refuse('forbidden', 'This key belongs to another project')
    : refuse('unauthenticated', `This key is ${standing}`);
}

function findKey(headers: Headers): string | undefined {
  const key = /^bearer +(\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
  return key !== undefined && validateVibeFollowKey(key) ? key : undefined;
}
