import { maskText } from '../credentials.ts';
import { toReason } from './send.ts';

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
  const fail = (reason: string): Error => new Error(`Failed to check ${maskText(upstream)}: ${reason}`);
  if (!URL.canParse(upstream)) throw fail('it is no URL. Give one such as http://127.0.0.1:4010.');
  const url = new URL(upstream);
  if (!/^https?:$/.test(url.protocol)) throw fail('it is no URL of http or https.');
  if (url.username !== '' || url.password !== '') {
    throw new Error('Failed to check the upstream: its URL has credentials. Put them into environment variables.');
  }
  if (url.search !== '' || url.hash !== '') throw fail('a base URL has neither query nor fragment.');
  if (!isLoopback(url) && !isConsented) {
    throw fail('it is not on this machine, and would get requests that create and delete. If it is meant, add --yes.');
  }
  return url;
}

/** Whether it is on this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(127(\.\d+){3}|\[::1\]|(.*\.)?localhost)$/.test(hostname);
}

/**
 * Makes sure that somebody is there, by one request without credentials.
 *
 * @throws For a server that is down, and for one that redirects: Prism would follow it, and take the key along.
 */
export async function reach(upstream: URL, path: string, timeout: number, signal?: AbortSignal): Promise<void> {
  const timer = AbortSignal.timeout(timeout);
  const fail = (reason: string): Error => new Error(`Failed to reach ${upstream.href}: ${reason}`);
  const response = await fetch(`${upstream.href.replace(/\/$/, '')}${path}`, {
    redirect: 'manual',
    signal: signal ? AbortSignal.any([timer, signal]) : timer,
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw fail(timer.aborted ? `it did not answer within ${timeout / 1000} s.` : `${toReason(error)}.`);
  });
  await response.body?.cancel();
  const place = response.headers.get('location');
  if (response.status >= 300 && response.status < 400) throw fail(`it redirects to ${place ?? 'nowhere'}. Give that.`);
}
