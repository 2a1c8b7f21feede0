import { send, type ContractRequest, type SendOptions } from './send.ts';

/** The server to check, and the consent to do so. */
export interface Target {
  /** Base URL, without query and without credentials. */
  readonly upstream: string;
  /** Whether the server may be on another machine. */
  readonly isConsented: boolean;
}

/**
 * The base URL of the server.
 *
 * @throws If the URL is invalid, or if the server needs consent.
 */
export function toUpstream({ upstream, isConsented }: Target): URL {
  const fail = (reason: string): Error => new Error(`Failed to check ${maskUrl(upstream)}: ${reason}`);
  if (upstream.includes('@')) throw fail('its URL has credentials. Put them into environment variables.');
  if (/[?#]/.test(upstream)) throw fail('a base URL has neither query nor fragment.');
  if (!URL.canParse(upstream)) throw fail('it is no URL. Give one such as http://127.0.0.1:4010.');
  const url = new URL(upstream);
  if (!/^https?:$/.test(url.protocol)) throw fail('it is no URL of http or https.');
  if (!isLoopback(url) && !isConsented) {
    throw fail('it is not on this machine, and the requests create and delete users. Add --yes to send them.');
  }
  return url;
}

/** Masks parts of a URL that may be secret. */
function maskUrl(upstream: string): string {
  return upstream.replace(/\/\/.*@/, '//…@').replace(/[?#].*/s, '?…');
}

/** Whether a URL points to this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(127(\.\d+){3}|\[::1\]|(.*\.)?localhost)$/.test(hostname);
}

/**
 * Checks with one request without credentials that a server answers.
 *
 * @throws If the server is down or redirects.
 */
export async function assertReachable(base: string, path: string, options: SendOptions): Promise<void> {
  const result = await send(base, { method: 'GET', path, headers: {} }, options);
  const fail = (reason: string): Error => new Error(`Failed to reach ${base}: ${reason}.`);
  if ('broken' in result) throw fail(result.broken.replace(/^no answer: /, ''));
  const { status, headers } = result;
  if (status >= 300 && status < 400)
    throw fail(`it redirects to ${maskUrl(headers.get('location') ?? 'nowhere')}. Use that URL`);
}

/** Removes users, and returns the ids of those that it could not remove. */
export async function removeUsers(base: string, removals: readonly Removal[], timeout: number): Promise<string[]> {
  const leftovers: string[] = [];
  for (const [at, { id, request }] of removals.entries()) {
    const result = await send(base, request, { timeout });
    // After one request without an answer it does not wait again.
    if ('broken' in result) return [...leftovers, ...removals.slice(at).map((removal) => removal.id)];
    if (![200, 404].includes(result.status)) leftovers.push(id);
  }
  return leftovers;
}

/** A user, and the request that removes it. */
export interface Removal {
  readonly id: string;
  readonly request: ContractRequest;
}
