import type { Refusal } from './refusal.ts';
import type { Headers } from './request.ts';

/** Maximum number of characters of the codings that are shown as a whole. Of others the rest could be a part of a key. */
const longestCodings = 100;

/**
 * Refuses a body with a content coding, such as gzip. Only its header counts, since a framework may have decoded the body
 * before. `identity` means no coding (RFC 9110, section 8.4).
 */
export function checkContentCoding({ 'content-encoding': given = [] }: Headers): Refusal | undefined {
  const codings = [given]
    .flat()
    .join(',')
    .split(',')
    .map((coding) => coding.trim());
  const named = codings.filter((coding) => coding !== '' && coding.toLowerCase() !== 'identity').join(', ');
  if (named === '') return undefined;
  return {
    reason: 'coded',
    message: `The body has the Content-Encoding ${named.length > longestCodings ? `${named.slice(0, 16)}…` : named}; send it without one`,
    headers: { 'Accept-Encoding': 'identity' },
  };
}
