import { send, type ContractRequest, type SendOptions } from './send.ts';

/** The server to ask, and whether it may be. */
export interface Target {
  /** Base URL, without query and without credentials. */
  readonly upstream: string;
  /** Whether a server beyond this machine may be asked. */
  readonly isConsented: boolean;
}

/**
 * The base URL of the server.
 *
 * @throws For one that is none, or that may not be asked.
 */
export function toUpstream({ upstream, isConsented }: Target): URL {
  const fail = (reason: string): Error => new Error(`Failed to check ${toShown(upstream)}: ${reason}`);
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

/** Without what may be secret. */
function toShown(upstream: string): string {
  return upstream.replace(/\/\/.*@/, '//…@').replace(/[?#].*/s, '?…');
}

/** Whether it is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(127(\.\d+){3}|\[::1\]|(.*\.)?localhost)$/.test(hostname);
}

/**
 * Makes sure that somebody is there, by one request without credentials.
 *
 * @throws For a server that is down, and for one that sends clients elsewhere.
 */
export async function assertReachable(base: string, path: string, patience: SendOptions): Promise<void> {
  const heard = await send(base, { method: 'GET', path, headers: {} }, patience);
  const fail = (reason: string): Error => new Error(`Failed to reach ${base}: ${reason}.`);
  if ('broken' in heard) throw fail(heard.broken.replace(/^no answer: /, ''));
  const { status, headers } = heard;
  if (status >= 300 && status < 400)
    throw fail(`it redirects to ${toShown(headers.get('location') ?? 'nowhere')}. Use that URL`);
}

/** Removes users again, and answers the ids of those that it could not remove. */
export async function removeUsers(base: string, removals: readonly Removal[], timeout: number): Promise<string[]> {
  const left: string[] = [];
  for (const [at, { id, request }] of removals.entries()) {
    const heard = await send(base, request, { timeout });
    // Who says nothing once is not waited for again.
    if ('broken' in heard) return [...left, ...removals.slice(at).map((one) => one.id)];
    if (![200, 404].includes(heard.status)) left.push(id);
  }
  return left;
}

/** A user, and the request that removes it. */
export interface Removal {
  readonly id: string;
  readonly request: ContractRequest;
}
