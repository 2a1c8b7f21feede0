import type { Headers } from '../http/request.ts';
import { decodeIfPossible, type RequestTarget } from '../http/url.ts';
import { hasCredential } from './credentials.ts';
import { apiNames, documents } from './router.ts';

/** The first segments of all documented paths, in lower case. */
const firstSegments = new Set(
  apiNames.flatMap((api) => Object.keys(documents[api].paths).map((path) => toFirstSegment(path))),
);

/**
 * Whether a request that leads to no operation means no API either, such as a browser's `GET /favicon.ico` or a readiness
 * probe. A request means an API if its path begins like one, it carries a credential, or it wants to change something.
 */
export function isOtherRequest(method: string, headers: Headers, target: RequestTarget): boolean {
  return (
    ['GET', 'HEAD', 'OPTIONS'].includes(method) &&
    !firstSegments.has(toFirstSegment(target.path)) &&
    !hasCredential(headers, target)
  );
}

/** The first segment of a path that is not empty. A doubled slash or another case is a mistake of a client. */
function toFirstSegment(path: string): string {
  return decodeIfPossible(path.split('/').find((segment) => segment !== '') ?? '').toLowerCase();
}
