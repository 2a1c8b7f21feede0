import type { RoundedNumber } from '../http/rounded-numbers.ts';
import { digestOf, digestOfValue } from '../runtime/digest.ts';
import { listFullIds } from './records.ts';
import type { ParsedRequest } from './request.ts';

/** The parts of a request that its digests depend on. */
type DigestedRequest = Pick<ParsedRequest, 'operation' | 'params' | 'query' | 'body' | 'rawBody' | 'rounded'>;

/** The digests of what a request says, and of the work that it is for. */
export function toDigests(request: DigestedRequest): Pick<ParsedRequest, 'digest' | 'content'> {
  const { operation, params, query } = request;
  const value = digestBody(request);
  const ids = operation.records?.upsert ? listFullIds(operation, request.body) : undefined;
  const documented = Object.fromEntries(Object.entries(query).filter(([name]) => operation.queryNames.includes(name)));
  return {
    digest: digestOfValue([operation.id, params, query, value]),
    content: digestOfValue([operation.id, params, documented, ids ?? value]),
  };
}

/** A body that is no JSON has no value. It counts as its text. */
function digestBody({ body, rounded, rawBody }: DigestedRequest): string {
  if (body === undefined) return digestOf(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
  return rounded.length === 0 ? digestOfValue(body) : digestOfValue([body, toSources(rounded)]);
}

/** The rounded numbers by their places, so that the order of properties does not matter. */
function toSources(rounded: readonly RoundedNumber[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rounded.map(({ path, source }) => [JSON.stringify(path), source]));
}
