import { parseJsonBody } from '../http/json-body.ts';
import type { Headers } from '../http/request.ts';
import { findRoundedNumbers, type RoundedNumber } from '../http/rounded-numbers.ts';
import { explainWrongRecord, type ExpectedRecord } from '../reconciliation/expected.ts';
import { createJsonReader } from '../runtime/json-reader.ts';
import { createLineReader } from '../runtime/line-reader.ts';
import { findNearest, suggest } from '../runtime/nearest.ts';

/** The records of a body, or the problem of the body. */
export type ExpectedBody = { readonly expected: readonly ExpectedRecord[] } | { readonly problem: string };

/** Reads the records that a client must deliver from a body that arrives in chunks. */
interface ExpectedReader {
  /** Returns what is wrong with the body so far. */
  write(chunk: Uint8Array): string | undefined;
  end(): ExpectedBody;
}

const forms = 'Send a list of ids or records, or { "expected": [...] } with such a list';
/** Maximum depth of the records, as of any body. */
const maxDepth = 1000;

/**
 * Reads the records that a client must deliver: ids or records, as JSON or as NDJSON. An integer that JavaScript would
 * round becomes a `bigint`. `undefined` for another type.
 */
export function createExpectedReader(contentType: Headers[string]): ExpectedReader | undefined {
  const type = String(contentType ?? '').trim();
  if (/^application\/(x-)?ndjson[ \t]*(;|$)/i.test(type)) return createLinesReader();
  return /^application\/json[ \t]*(;|$)/i.test(type) ? createListReader() : undefined;
}

function createListReader(): ExpectedReader {
  const { write, end } = createJsonReader({ maxDepth, parse: parseExactly });
  return {
    write,
    end(): ExpectedBody {
      const json = end();
      if ('problem' in json) return { problem: `The body ${json.problem}` };
      const found = findList(json.value);
      if ('problem' in found) return found;
      const expected = found.list as readonly ExpectedRecord[];
      for (const [index, record] of expected.entries()) {
        const problem = explainWrongRecord(record, `expected[${index}]`);
        if (problem !== undefined) return { problem };
      }
      return toExpected(expected);
    },
  };
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
function createLinesReader(): ExpectedReader {
  const expected: ExpectedRecord[] = [];
  const { write, end } = createLineReader((line, number) => {
    if (line.trim() === '') return undefined;
    const place = `line ${number}`;
    const json = parseJsonBody({ 'content-type': 'application/json' }, line, maxDepth);
    if ('refusal' in json) return json.refusal.message.replace('The body', place);
    const record = withExactIntegers(json.value, json.rounded);
    expected.push(record as ExpectedRecord);
    return explainWrongRecord(record, place);
  });
  return {
    write,
    end(): ExpectedBody {
      const problem = end();
      return problem === undefined ? toExpected(expected) : { problem };
    },
  };
}

function toExpected(expected: readonly ExpectedRecord[]): ExpectedBody {
  return expected.length === 0 ? { problem: `There are no records in the body. ${forms}` } : { expected };
}

function parseExactly(text: string): unknown {
  return withExactIntegers(JSON.parse(text), findRoundedNumbers(text));
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
