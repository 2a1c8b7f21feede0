import type { Call } from '../engine/api.ts';
import type { YellowOptions } from '../config/options.ts';
import { toTenantId } from '../engine/tenants.ts';
import { notAcceptable, refuse, unauthorized } from './refusals.ts';
import type { ApiResponse } from '../http/response.ts';
import type { Headers } from '../http/request.ts';

/** Finds the bot of a call, which is its tenant. */
export function identify(call: Call): void {
  const { bot } = call.query;
  if (typeof bot !== 'string') return;
  call.tenant = toTenantId(bot);
  call.shownTenant = bot;
}

/** Whether the key of a call is good for its bot (YE-3). */
export function authenticate(call: Call, { authHeader, keys }: YellowOptions): ApiResponse | undefined {
  const { tenant: bot } = call;
  const given = findKeys(call.headers, authHeader);
  if (given.length === 0) return unauthorized;
  if (bot === '') return refuse('malformed', 'Give the query parameter bot, once and not empty');
  const known = keys === undefined ? given : Object.hasOwn(keys, bot) ? (keys[bot] ?? []) : [];
  return given.some((key) => known.includes(key)) ? undefined : unauthorized;
}

/** Refuses a client that does not take JSON (YE-10); the most specific range decides (RFC 9110, section 12.5.1). */
export function negotiate({ headers }: Call): ApiResponse | undefined {
  const accept = String(headers['accept'] ?? '').trim();
  const ranges = new Map(accept.split(',').map(toRange));
  const quality = ranges.get('application/json') ?? ranges.get('application/*') ?? ranges.get('*/*') ?? 0;
  return accept === '' || quality > 0 ? undefined : notAcceptable;
}

function findKeys(headers: Headers, header: YellowOptions['authHeader']): string[] {
  const names = header === 'either' ? ['x-auth-token', 'x-api-key'] : [header];
  return names.map((name) => String(headers[name] ?? '').trim()).filter((key) => key !== '');
}

function toRange(text: string): [type: string, quality: number] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [type, Number(quality?.slice('q='.length) ?? 1)];
}
