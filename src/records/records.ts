import { apiNames, type ApiName } from '../openapi/router.ts';
import { createDraw, inTurn } from './draw.ts';
import { toPerson, type Fields, type Profile } from './profile.ts';
import { vibefollow } from './vibefollow.ts';
import { yellow } from './yellow.ts';

/** Which records to make. */
export interface RecordOptions {
  readonly api: ApiName;
  /** Records in all, 0 or more. */
  readonly count: number;
  /** Share of invalid records, 0 to 1. @default 0 */
  readonly invalid?: number;
  /** A whole number from 0 to 4294967295. @default 1 */
  readonly seed?: number;
}

/** A record that was made up, and what is known of it. */
export interface GeneratedRecord {
  readonly record: Readonly<Record<string, unknown>>;
  /** Its id, empty where it has none. */
  readonly id: string;
  readonly isValid: boolean;
  /** What a CSV file has instead of some of its cells, where it could not tell what is wrong with the record. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** How records are written. */
export type RecordFormat = 'ndjson' | 'csv' | 'json';

/** All formats. */
export const recordFormats: readonly RecordFormat[] = ['ndjson', 'csv', 'json'];

const profiles: Readonly<Record<ApiName, Profile>> = { vibefollow, yellow };
/** Of the records behind the first ones, so many are an edge case; of those, so many two at once. */
const shares = { edgeCase: 0.4, second: 0.2 };
/** Shares no factor with the number of edge cases, so that the first records go through all of them, well mixed. */
const stride = 37;

/**
 * Records as a client is given them to sync, made one by one as they are asked for. Most look like users of the world,
 * and many have values that are valid and still go wrong somewhere: other scripts, quotes, line breaks, texts that look
 * like numbers. The first is a plain one. Exactly `Math.round(count * invalid)` are invalid, anywhere among them, each in
 * one way for which the API rejects it. The same options make the same records, and no two have the same id. E-mail
 * addresses and phone numbers are of ranges that belong to nobody.
 *
 * @throws For a count, a share or a seed that is out of its range.
 */
export function generateRecords(options: RecordOptions): Generator<GeneratedRecord> {
  const { api, count, invalid = 0, seed = 1 } = options;
  refuseIf(!apiNames.includes(api), 'api', api, `one of ${apiNames.join(', ')}`);
  refuseIf(!Number.isSafeInteger(count) || count < 0, 'count', count, 'a whole number, 0 or more');
  refuseIf(!(invalid >= 0 && invalid <= 1), 'invalid', invalid, 'a share from 0 to 1');
  refuseIf(!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32, 'seed', seed, 'a whole number from 0 to 4294967295');
  return generate(profiles[api], count, Math.round(count * invalid), seed);
}

function refuseIf(isRefused: boolean, name: string, given: unknown, allowed: string): void {
  if (isRefused) throw new Error(`Failed to generate records: ${name} is ${String(given)}. Use ${allowed}.`);
}

function* generate(profile: Profile, count: number, invalid: number, seed: number): Generator<GeneratedRecord> {
  let spoilt = 0;
  for (let index = 0; index < count; index += 1) {
    const record = toValid(profile, index, seed);
    // Selection sampling: of what is left, each is as likely as any other to be one of those that are missing.
    const share = (invalid - spoilt) / (count - index);
    const isValid = share === 0 || !createDraw(seed, 'invalid', index).happens(share);
    yield isValid ? { record, id: idOf(profile, record), isValid } : toInvalid(profile, record, spoilt, seed);
    if (!isValid) spoilt += 1;
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

/** Defects take turns, so that even a few invalid records are of several kinds. */
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
 * The text of a file with such records, in pieces of some ten thousand characters.
 *
 * - `ndjson`: each record as JSON on a line of its own. No value breaks a line: U+2028 and U+2029 are escaped, too.
 * - `json`: one array, with each record on a line of its own.
 * - `csv`: RFC 4180 in UTF-8 without a mark, lines end with CRLF. A header names the columns, which are the same for all
 *   records of the API. A nested value has a dotted name such as `traits.address.city`, a list is joined by `;`, booleans
 *   are `true` and `false`. An empty cell is a value that is absent, null or empty: only so can a CSV file say it, as with
 *   `traits` that are an empty object. Where it has no way to say what is wrong with a record, such as a number instead of
 *   a text, the record is wrong in another way: it has an e-mail address that is none, or no id if it had a number there.
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
  for (const { record } of records) yield `${toLine(record)}\n`;
}

function* writeArray(records: Iterable<GeneratedRecord>): Generator<string> {
  let before = '[\n';
  for (const { record } of records) {
    yield before + toLine(record);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function* writeCsv(records: Iterable<GeneratedRecord>, { columns }: Profile): Generator<string> {
  yield `${columns.map(toCell).join(',')}\r\n`;
  for (const { record, cells } of records) {
    const texts = collect(record);
    for (const [name, text] of Object.entries(cells ?? {})) texts.set(name, text);
    yield `${columns.map((name) => toCell(texts.get(name))).join(',')}\r\n`;
  }
}

function toLine(record: Fields): string {
  return JSON.stringify(record).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Spaces at either end are quoted, for there are readers that drop them otherwise. */
function toCell(text = ''): string {
  return /[",;\r\n\u2028\u2029]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a CSV file says of a record: the text of each value by its dotted path. What would be an empty cell is left out, so
 * that two records of which a CSV file says the same have the same texts.
 *
 * @example toTexts({ userId: '7', tags: ['a', 'b'], address: { city: 'Łódź', floor: null } })
 * // { userId: '7', tags: 'a;b', 'address.city': 'Łódź' }
 */
export function toTexts(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(collect(record));
}

function collect(record: Fields, path = '', texts = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(record)) {
    const text = isBag(value) ? '' : toCsvText(value);
    if (text !== '') texts.set(path + name, text);
    else if (isBag(value)) collect(value, `${path}${name}.`, texts);
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
