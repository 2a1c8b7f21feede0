import { parseJsonBody, toText } from '../http/json-body.ts';
import type { MockRequest } from '../http/request.ts';
import type { RoundedNumber } from '../http/rounded-numbers.ts';
import { explainWrongRecord, type ExpectedRecord } from '../reconciliation/expected.ts';
import { findNearest, suggest } from '../runtime/nearest.ts';

/** The records of a body, or the problem of the body. */
export type ExpectedBody = { readonly expected: readonly ExpectedRecord[] } | { readonly problem: string };

const forms = 'Send a list of ids or records, or { "expected": [...] } with such a list';

/**
 * Reads the records that a client must deliver: ids or records, as JSON or as NDJSON. An integer that JavaScript would
 * round becomes a `bigint`.
 */
export function readExpectedBody({ headers, body = '' }: Pick<MockRequest, 'headers' | 'body'>): ExpectedBody {
  const type = String(headers['content-type'] ?? '').trim();
  if (/^application\/(x-)?ndjson[ \t]*(;|$)/i.test(type)) return readLines(body);
  if (!/^application\/json[ \t]*(;|$)/i.test(type))
    return { problem: 'Send the body as Content-Type: application/json or application/x-ndjson' };
  const json = parseJsonBody(headers, body);
  if ('refusal' in json) return { problem: json.refusal.message };
  const found = findList(withExactIntegers(json.value, json.rounded));
  return 'problem' in found ? found : checkRecords(found.list.map((record, index) => [`expected[${index}]`, record]));
}

function findList(value: unknown): { readonly list: readonly unknown[] } | { readonly problem: string } {
  if (Array.isArray(value)) return { list: value };
  const { expected, ...others } = Object(value) as { readonly expected?: unknown };
  const [unknown] = Object.keys(others);
  const isMisspelt = unknown !== undefined && findNearest(unknown, ['expected']) !== undefined;
  if (expected === undefined && !isMisspelt) return { problem: forms };
  if (unknown !== undefined) return { problem: `Unknown property "${unknown}"${suggest(unknown, ['expected'])}` };
  return Array.isArray(expected) ? { list: expected } : { problem: forms };
}

/** Reads a JSON text or an object from each line. Empty lines do not count. */
function readLines(body: string | Uint8Array): ExpectedBody {
  const records: [place: string, record: unknown][] = [];
  try {
    for (const [index, line] of toText(body).split('\n').entries()) {
      if (line.trim() === '') continue;
      const place = `line ${index + 1}`;
      const json = parseJsonBody({ 'content-type': 'application/json' }, line);
      if ('refusal' in json) return { problem: json.refusal.message.replace('The body', place) };
      records.push([place, withExactIntegers(json.value, json.rounded)]);
    }
  } catch {
    return { problem: 'The body is not valid UTF-8' };
  }
  return checkRecords(records);
}

function checkRecords(records: readonly (readonly [place: string, record: unknown])[]): ExpectedBody {
  if (records.length === 0) return { problem: `There are no records in the body. ${forms}` };
  for (const [place, record] of records) {
    const problem = explainWrongRecord(record, place);
    if (problem !== undefined) return { problem };
  }
  return { expected: records.map(([, record]) => record as ExpectedRecord) };
}

/** Replaces the integers that JavaScript has rounded. The value comes from JSON text, and nobody else holds it. */
function withExactIntegers(value: unknown, rounded: readonly RoundedNumber[]): unknown {
  for (const { path, source } of rounded) {
    if (!/^-?\d+$/.test(source)) continue;
    if (path.length === 0) return BigInt(source);
    const holder = path.slice(0, -1).reduce((part, name) => (part as Record<string, unknown>)[name], value);
    (holder as Record<string, unknown>)[path.at(-1) ?? ''] = BigInt(source);
  }
  return value;
}
