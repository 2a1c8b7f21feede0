import type { IncomingMessage } from 'node:http';
import type { MockRequest } from '../http/request.ts';

/** The request without its body. */
export function toRequestHead(
  { method = 'GET', url = '/', headers, rawHeaders, socket }: IncomingMessage,
  serverHost?: string,
): MockRequest & { readonly remoteAddress: string } {
  const { remoteAddress = '' } = socket;
  // Node keeps only the first of several `Host` headers.
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return {
    method,
    url,
    headers: hosts.length > 1 ? { ...headers, host: hosts } : headers,
    remoteAddress,
    ...(serverHost !== undefined && { serverHost }),
  };
}
