import { basePaths } from '../openapi/facts.ts';
import { apiNames, documents } from '../openapi/router.ts';
import { findNearest, suggest } from '../runtime/nearest.ts';

export const useOwnServer = 'Use the handlers of vf-mock/msw in your own server instead of the fixture';

const bypass =
  "To let them through, use test.override({ mockUnhandledRequests: 'bypass' }). Vitest 3 has test.scoped instead";

/** Says that requests went to URLs that the fixture does not answer, and which options change this. */
export function explainUnknownUrls(urls: readonly string[], mockBaseUrls: readonly string[]): string {
  const servers = apiNames.flatMap((api) => documents[api].servers.map(({ url }) => url));
  const hosts = [...servers, ...mockBaseUrls].map((url) => new URL(url).origin);
  const origins = [...new Set(urls.map((url) => new URL(url).origin))].filter((origin) => !hosts.includes(origin));
  return origins.length === 0 ? explainUnknownPaths(urls) : explainUnknownHosts(origins, hosts);
}

function explainUnknownPaths(urls: readonly string[]): string {
  const paths = basePaths.join(' and ');
  return `requests went to ${urls.join(', ')}. There the fixture answers only the paths ${paths} beneath its base URLs. ${bypass}`;
}

function explainUnknownHosts(origins: readonly string[], hosts: readonly string[]): string {
  const nearest = origins.flatMap((origin) => findNearest(origin, hosts) ?? []);
  const hint = nearest.length === 0 ? '' : ` Did you mean "${nearest.join('" or "')}"?`;
  const options = `test.override({ mockBaseUrls: ${JSON.stringify(origins)} })`;
  return `requests went to ${origins.join(', ')}, which the fixture does not answer.${hint} If the mock should answer them, use ${options}. ${bypass}`;
}

/** Says which option of the fixture has a wrong value. */
export function explainWrongRouting(mockBaseUrls: unknown, mockUnhandledRequests: unknown): string | undefined {
  const known = ['error', 'bypass'];
  if (!Array.isArray(mockBaseUrls)) return 'mockBaseUrls is no list. Give a list of base URLs';
  if (known.includes(mockUnhandledRequests as string)) return undefined;
  return `mockUnhandledRequests is ${JSON.stringify(mockUnhandledRequests)}${suggest(mockUnhandledRequests, known)}`;
}

/** An error without a stack, since its places are inside vf-mock. */
export function toFixtureError(problem: string): Error {
  const error = new Error(`The fixture of vf-mock failed: ${problem}.`);
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
