import type { ParsedRequest } from './request.ts';

/**
 * The `Idempotency-Key` of a request. `undefined` if it has none, or if its operation takes none. All spellings of a UUID
 * are the same key: capitals do not count (RFC 9562, section 4), and quotation marks do not either, since
 * draft-ietf-httpapi-idempotency-key-header-07 (section 2.1) writes a key as a quoted string.
 */
export function idempotencyKeyOf({
  operation,
  headers,
}: Pick<ParsedRequest, 'operation' | 'headers'>): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined || !operation.takesIdempotencyKey) return undefined;
  const key = String(given).replace(/^"(.*)"$/, '$1');
  return isUuid(key) ? key.toLowerCase() : key;
}

/** Whether a text has the form of a UUID, of any version. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
