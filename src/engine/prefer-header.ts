import type { ParsedRequest } from './request.ts';
import type { ActiveFault } from './faults.ts';
import type { Refusal } from '../http/refusal.ts';

/**
 * The fault that a request wants by a header such as `Prefer: code=503` (RFC 7240, section 2). Prism invented the
 * preference `code`. An undocumented status is refused. A successful status needs no fault.
 */
export function findPreferredFault({
  headers,
  operation,
}: ParsedRequest): ActiveFault | { readonly refusal: Refusal } | undefined {
  const code = /(?:^|[,;\s])code="?(\w+)/i.exec(String(headers['prefer'] ?? ''))?.[1];
  if (code === undefined) return undefined;
  const status = Number(code);
  if (!operation.statuses.includes(status)) {
    const message = `Prefer: code=${code} is not documented for ${operation.id}; there are ${operation.statuses.join(', ')}`;
    return { refusal: { reason: 'malformed', message } };
  }
  return status < 400 ? undefined : { id: 'prefer', fired: 1, rule: { fault: { status } } };
}
