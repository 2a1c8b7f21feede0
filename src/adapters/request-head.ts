import type { IncomingMessage } from 'node:http';
import type { MockRequest } from '../http/request.ts';

/** Where a server answers. */
export type ServerPlace = Pick<MockRequest, 'serverHost' | 'basePath'>;

/** The request without its body. */
export function toRequestHead(
  { method = 'GET', url = '/', headers, rawHeaders, socket }: IncomingMessage,
  place: ServerPlace = {},
): MockRequest & { readonly remoteAddress: string } {
  const { remoteAddress = '' } = socket;
  // Node keeps only the first of several `Host` headers.
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  return {
    method,
    url,
    headers: hosts.length > 1 ? { ...headers, host: hosts } : headers,
    remoteAddress,
    ...place,
  };
}
