import type { Refusal } from './refusal.ts';
import type { Headers } from './request.ts';

/** Maximum number of characters shown of the codings that a request names. */
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
    message: `The body has the Content-Encoding ${named.slice(0, longestCodings)}; send it without one`,
    headers: { 'Accept-Encoding': 'identity' },
  };
}
