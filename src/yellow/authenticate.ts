import type { ParsedRequest, Tenant } from '../engine/request.ts';
import type { YellowOptions } from '../config/options.ts';
import { shortenId } from '../engine/records.ts';
import { toTenantId } from '../engine/tenants.ts';
import { notAcceptable, refuse, unauthorized } from './refusals.ts';
import { maskKeys } from '../openapi/key-forms.ts';
import { parseAccept } from '../http/accept.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Headers } from '../http/request.ts';

const keyHeaders = ['x-auth-token', 'x-api-key', 'authorization'];

/** Finds the tenant of a request: its bot. */
export function identify({ query: { bot } }: Pick<ParsedRequest, 'query'>): Tenant {
  return typeof bot === 'string'
    ? { id: toTenantId(bot), shownName: maskKeys(shortenId(bot)) }
    : { id: '', shownName: '' };
}

/** Refuses a request without a valid key for its bot (YE-3). */
export function authenticate(
  { headers, tenant: { id: bot } }: ParsedRequest,
  options: YellowOptions,
): ApiResponse | undefined {
  const { authHeader, keys } = options;
  const given = findKeys(headers, authHeader);
  if (given.length === 0) return unauthorized(options);
  if (bot === '') return refuse('malformed', 'Give the query parameter bot, once and not empty');
  const known = keys === undefined ? given : Object.hasOwn(keys, bot) ? (keys[bot] ?? []) : [];
  return given.some((key) => known.includes(key)) ? undefined : unauthorized(options);
}

/** Refuses a client that does not accept JSON (YE-10). The most specific range decides (RFC 9110, section 12.5.1). */
export function negotiate({ headers }: ParsedRequest): ApiResponse | undefined {
  const accept = String(headers['accept'] ?? '').trim();
  const ranges = new Map(parseAccept(accept).map(({ type, quality }) => [type, quality]));
  const quality = ranges.get('application/json') ?? ranges.get('application/*') ?? ranges.get('*/*') ?? 0;
  return accept === '' || quality > 0 ? undefined : notAcceptable;
}

function findKeys(headers: Headers, header: YellowOptions['authHeader']): string[] {
  const names = header === 'either' ? keyHeaders : [header];
  return names.map((name) => toKey(name, String(headers[name] ?? '').trim())).filter((key) => key !== '');
}

/** The key in the value of a header. Empty if there is none, as in an `Authorization` of another scheme (YE-21). */
function toKey(name: string, value: string): string {
  return name === 'authorization' ? (/^bearer +(.+)$/i.exec(value)?.[1] ?? '') : value;
}
