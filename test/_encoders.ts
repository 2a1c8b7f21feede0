/** Writes an id as a language or a format does. */
export type Encoder = (id: string) => string;

const hex = (code: number, digits = 0): string => code.toString(16).padStart(digits, '0');
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

/** Replaces the characters that match. The pattern has the flags g and u. */
function escapeAll(text: string, pattern: RegExp, escape: (code: number, character: string) => string): string {
  return text.replaceAll(pattern, (character) => escape(codeOf(character), character));
}

const bytesOf = (text: string): number[] => [...Buffer.from(text)];
const units = (character: string): number[] => character.split('').map((unit) => unit.charCodeAt(0));

const short: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

/** Escapes backslashes, a quote, and short control characters, as most languages do. */
function escapeCommon(text: string, quote: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(/[\n\r\t]/g, (character) => `\\${short[character] ?? ''}`);
}

const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;
const notAscii = /[^\x20-\x7e]/gu;

const toUtf16 = (_: number, character: string): string =>
  units(character)
    .map((unit) => `\\u${hex(unit, 4)}`)
    .join('');
const toPython = (code: number): string =>
  code < 0x100 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
const toGo = (code: number): string =>
  code < 0x80 ? `\\x${hex(code, 2)}` : code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
const toBytes = (_: number, character: string): string =>
  bytesOf(character)
    .map((byte) => `\\x${hex(byte, 2)}`)
    .join('');
const toOctal = (_: number, character: string): string =>
  bytesOf(character)
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');

const json: Encoder = (id) => JSON.stringify(id);
const asciiJson: Encoder = (id) => escapeAll(JSON.stringify(id), notAscii, toUtf16);
const percent: Encoder = (id) => encodeURIComponent(Buffer.from(id).toString());
const csv: Encoder = (id) => `"${id.replaceAll('"', '""')}"`;
const xml: Encoder = (id) =>
  id
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/** The usual ways to print an id, by name. */
export const encoders: Readonly<Record<string, Encoder>> = {
  plain: (id) => id,
  JSON: json,
  'JSON in ASCII': asciiJson,
  'JSON of PHP': (id) => asciiJson(id).replaceAll('/', '\\/'),
  'JSON in JSON': (id) => json(json(id)),
  'JSON in ASCII, three times': (id) => asciiJson(asciiJson(asciiJson(id))),
  'repr of Python': (id) => `'${escapeAll(escapeCommon(id, "'"), unprintable, toPython)}'`,
  'repr of Python with double quotes': (id) => `"${escapeAll(escapeCommon(id, '"'), unprintable, toPython)}"`,
  'ascii of Python': (id) => `'${escapeAll(escapeCommon(id, "'"), notAscii, toPython)}'`,
  'bytes of Python': (id) => `b'${escapeAll(escapeCommon(id, "'"), notAscii, toBytes)}'`,
  'Go %+q': (id) => `"${escapeAll(escapeCommon(id, '"'), notAscii, toGo)}"`,
  'Rust escape_default': (id) => `"${escapeAll(escapeCommon(id, '"'), notAscii, (code) => `\\u{${hex(code)}}`)}"`,
  'C with octal bytes': (id) => `"${escapeAll(escapeCommon(id, '"'), notAscii, toOctal)}"`,
  'Perl Data::Dumper': (id) => `"${escapeAll(escapeCommon(id, '"'), notAscii, (code) => `\\x{${hex(code)}}`)}"`,
  'Ruby inspect': (id) => {
    const text = escapeCommon(id, '"').replaceAll(/#(?=[{$@])/g, '\\#');
    return `"${escapeAll(text, notAscii, (code) => (code > 0xffff ? `\\u{${hex(code).toUpperCase()}}` : `\\u${hex(code, 4).toUpperCase()}`))}"`;
  },
  'Ruby inspect of bytes': (id) =>
    `"${escapeAll(escapeCommon(id, '"').replaceAll(/#(?=[{$@])/g, '\\#'), notAscii, (code, character) => toBytes(code, character).toUpperCase().replaceAll('\\X', '\\x'))}"`,
  Java: (id) => `"${escapeAll(escapeCommon(id, '"'), notAscii, toUtf16)}"`,
  'printf %q': (id) => escapeAll(id, /[ !"#$&'()*;<>?[\\\]^`{|}~,]/gu, (_, character) => `\\${character}`),
  XML: xml,
  'XML with decimal references': (id) => escapeAll(xml(id), notAscii, (code) => `&#${code};`),
  'XML with hexadecimal references': (id) => escapeAll(xml(id), notAscii, (code) => `&#x${hex(code)};`),
  'percent-encoding': percent,
  'a form': (id) => percent(id).replaceAll('%20', '+'),
  CSV: csv,
  'JSON in CSV': (id) => csv(json(id)),
  'JSON in XML': (id) => xml(asciiJson(id)),
  'percent-encoding in JSON': (id) => json(percent(id)),
};
