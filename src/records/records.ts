import { apiNames, type ApiName } from '../openapi/router.ts';
import { createDraw, inTurn } from './draw.ts';
import { toPerson, type Fields, type Profile } from './profile.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** Options of the records. */
export interface RecordOptions {
  /** The API that the records are for. */
  readonly api: ApiName;
  /** Number of records, 0 or more. */
  readonly count: number;
  /** Share of invalid records, 0 to 1. @default 0 */
  readonly invalid?: number;
  /** A whole number from 0 to 4294967295. @default 1 */
  readonly seed?: number;
}

/** A generated record with its id and its validity. */
export interface GeneratedRecord {
  /** The record, as a bulk request contains it. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The id of the record. Empty if it has none. */
  readonly id: string;
  /** Whether the API accepts the record. */
  readonly isValid: boolean;
  /** Other invalid cells for a CSV file, if CSV cannot express the defect of the record. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** The format of a file with records. */
export type RecordFormat = 'ndjson' | 'csv' | 'json';

/** All formats. */
export const recordFormats: readonly RecordFormat[] = ['ndjson', 'csv', 'json'];

const profiles: Readonly<Record<ApiName, Profile>> = { vibefollow, yellow };
/** After the first records: the share of edge cases, and the share of those that combine two edge cases. */
const shares = { edgeCase: 0.4, second: 0.2 };
/** Has no common factor with the number of edge cases, so that the first records contain each edge case once. */
const stride = 37;

/**
 * Generates records for a client to sync, one by one. Most records look like real users. Many contain valid values that
 * often cause bugs: other scripts, quotes, line breaks, texts that look like numbers. The first record is ordinary.
 *
 * Exactly `Math.round(count * invalid)` records are invalid, at random positions. The API rejects each of them for one
 * reason. The same options give the same records. All ids are different. All e-mail addresses and phone numbers are from
 * ranges that belong to nobody.
 *
 * @throws If a count, a share or a seed is out of its range.
 */
export function generateRecords(options: RecordOptions): Generator<GeneratedRecord> {
  const { api, count, invalid = 0, seed = 1 } = options;
  assertOption(apiNames.includes(api), 'api', api, `one of ${apiNames.join(', ')}`);
  assertOption(Number.isSafeInteger(count) && count >= 0, 'count', count, 'a whole number, 0 or more');
  assertOption(invalid >= 0 && invalid <= 1, 'invalid', invalid, 'a share from 0 to 1');
  assertOption(
    Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32,
    'seed',
    seed,
    'a whole number from 0 to 4294967295',
  );
  return generate(profiles[api], count, Math.round(count * invalid), seed);
}

function assertOption(isValid: boolean, name: string, given: unknown, allowed: string): void {
  if (!isValid) throw new Error(`Failed to generate records: ${name} is ${String(given)}. Use ${allowed}.`);
}

function* generate(profile: Profile, count: number, invalid: number, seed: number): Generator<GeneratedRecord> {
  let invalidCount = 0;
  for (let index = 0; index < count; index += 1) {
    const record = toValid(profile, index, seed);
    // Selection sampling: all remaining records have the same chance to be one of the missing invalid records.
    const share = (invalid - invalidCount) / (count - index);
    const isValid = share === 0 || !createDraw(seed, 'invalid', index).happens(share);
    yield isValid ? { record, id: idOf(profile, record), isValid } : toInvalid(profile, record, invalidCount, seed);
    if (!isValid) invalidCount += 1;
  }
}

function toValid(profile: Profile, index: number, seed: number): Fields {
  const number = index + 1;
  const draw = createDraw(seed, 'record', number);
  const { edgeCases } = profile;
  const plain = profile.toPlain(toPerson(draw, number), `usr_${number}`, draw);
  if (index === 0) return plain;
  const isEarly = index <= edgeCases.length;
  if (!isEarly && !draw.happens(shares.edgeCase)) return plain;
  const apply = isEarly ? inTurn(edgeCases, seed + index * stride) : draw.among(edgeCases);
  const once = apply(plain, draw, number);
  return !isEarly && draw.happens(shares.second) ? draw.among(edgeCases)(once, draw, number) : once;
}

/** Defects take turns, so that even a few invalid records have different defects. */
function toInvalid(profile: Profile, valid: Fields, turn: number, seed: number): GeneratedRecord {
  const { spoil, cells } = inTurn(profile.defects, turn);
  const record = spoil(valid, createDraw(seed, 'defect', turn));
  return { record, id: idOf(profile, record), isValid: false, ...(cells && { cells }) };
}

function idOf({ key }: Profile, record: Fields): string {
  const id = record[key];
  return typeof id === 'string' ? id : '';
}

/**
 * Writes the text of a file with records, in pieces of about ten thousand characters.
 *
 * - `ndjson`: Each line is a record as JSON. Only a line feed ends a line. Values contain U+0085, U+2028 and U+2029.
 * - `json`: One array, with each record on its own line.
 * - `csv`: RFC 4180 in UTF-8 without a byte order mark. Lines end with CRLF. The header has the same columns for all
 *   records of the API. A nested value has a dotted column such as `traits.address.city`. A list is joined by `;`.
 *   Booleans are `true` and `false`. An empty cell is a value that is absent, null or empty, such as empty `traits`.
 *   CSV cannot express some defects, such as a number instead of a text. Such a record gets an invalid e-mail address,
 *   or no id if the number is its id.
 */
export function* writeRecords(
  records: Iterable<GeneratedRecord>,
  format: RecordFormat,
  api: ApiName,
): Generator<string> {
  let piece = '';
  for (const line of writers[format](records, profiles[api])) {
    piece += line;
    if (piece.length < 16_384) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

type Writer = (records: Iterable<GeneratedRecord>, profile: Profile) => Generator<string>;

const writers: Readonly<Record<RecordFormat, Writer>> = { ndjson: writeLines, csv: writeCsv, json: writeArray };

function* writeLines(records: Iterable<GeneratedRecord>): Generator<string> {
  for (const { record } of records) yield `${JSON.stringify(record)}\n`;
}

function* writeArray(records: Iterable<GeneratedRecord>): Generator<string> {
  let start = '[\n';
  for (const { record } of records) {
    yield start + JSON.stringify(record);
    start = ',\n';
  }
  yield start === '[\n' ? '[]\n' : '\n]\n';
}

function* writeCsv(records: Iterable<GeneratedRecord>, { columns }: Profile): Generator<string> {
  yield `${columns.map(toCell).join(',')}\r\n`;
  for (const { record, cells } of records) {
    const texts = collectTexts(record);
    for (const [name, text] of Object.entries(cells ?? {})) texts.set(name, text);
    yield `${columns.map((name) => toCell(texts.get(name))).join(',')}\r\n`;
  }
}

/** Quotes spaces at both ends, because some readers drop them otherwise. */
function toCell(text = ''): string {
  return /[",;\r\n\u0085\u2028\u2029]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The CSV cells of a record: the text of each value by its dotted path. Empty cells are left out. Two records with the
 * same row in CSV have the same texts.
 *
 * @example toTexts({ userId: '7', tags: ['a', 'b'], address: { city: 'Łódź', floor: null } })
 * // { userId: '7', tags: 'a;b', 'address.city': 'Łódź' }
 */
export function toTexts(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(collectTexts(record));
}

function collectTexts(record: Fields, path = '', texts = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(record)) {
    const text = isBag(value) ? '' : toCsvText(value);
    if (text !== '') texts.set(path + name, text);
    else if (isBag(value)) collectTexts(value, `${path}${name}.`, texts);
  }
  return texts;
}

function isBag(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toCsvText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toPart).join(';');
  return toPart(value);
}

function toPart(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
