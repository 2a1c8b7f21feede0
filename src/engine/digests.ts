import type { RoundedNumber } from '../http/rounded-numbers.ts';
import { digestEach, digestOf, digestOfValue, digestOfWords, digestWords } from '../runtime/digest.ts';
import { listFullIds, listRecords } from './records.ts';
import type { ParsedRequest } from './request.ts';

/** The parts of a request that its digests depend on. */
type DigestedRequest = Pick<ParsedRequest, 'operation' | 'params' | 'query' | 'body' | 'rawBody' | 'rounded'>;

/** The digests of what a request says, of the work that it is for, and of each of its records. */
export function toDigests(request: DigestedRequest): Pick<ParsedRequest, 'digest' | 'content' | 'recordDigests'> {
  const { operation, params, query } = request;
  const recordDigests = digestRecords(request);
  const value = digestBody(request, recordDigests);
  const ids = operation.records?.upsert ? listFullIds(operation, request.body) : undefined;
  const documented = Object.fromEntries(Object.entries(query).filter(([name]) => operation.queryNames.includes(name)));
  return {
    digest: digestOfValue([operation.id, params, query, value]),
    content: digestOfValue([operation.id, params, documented, ids ?? value]),
    recordDigests,
  };
}

/**
 * Two words for each record. A rounded number counts with its digits as they were sent, wherever the record is in its
 * request.
 */
function digestRecords({ operation, body, rounded }: DigestedRequest): Int32Array {
  const words = digestEach(listRecords(operation, body));
  const list = operation.records?.property;
  for (const { path, source } of rounded) {
    const [first, index, place] = list === undefined ? [list, 0, path] : [path[0], path[1], path.slice(2)];
    const at = first === list ? 2 * Number(index) : words.length;
    if (at < words.length) words[at] = (words[at] ?? 0) ^ digestWords(JSON.stringify([place, source]))[0];
  }
  return words;
}

/** A body that is no JSON has no value. It counts as its text. */
function digestBody({ operation, body, rounded, rawBody }: DigestedRequest, recordDigests: Int32Array): string {
  if (body === undefined) return digestOf(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody));
  const sources = rounded.length === 0 ? {} : toSources(rounded);
  const { property } = operation.records ?? {};
  const list = property === undefined ? undefined : (Object(body) as Readonly<Record<string, unknown>>)[property];
  // The records have their digests already.
  if (operation.records && property === undefined) return digestOfValue([digestOfWords(recordDigests), sources]);
  if (!Array.isArray(list)) return digestOfValue([body, sources]);
  return digestOfValue([{ ...(body as object), [property ?? '']: digestOfWords(recordDigests) }, sources]);
}

/** The rounded numbers by their places, so that the order of properties does not matter. */
function toSources(rounded: readonly RoundedNumber[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rounded.map(({ path, source }) => [JSON.stringify(path), source]));
}
