const percent = 0x25;
const backslash = 0x5c;
const hexDigits = '0123456789abcdefABCDEF';
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Whether a text may have escapes. */
export function mayHaveEscapes(text: string): boolean {
  return text.includes('%') || text.includes('\\');
}

/**
 * Decodes percent-encoding and the escapes of JSON, also around each other. Other and malformed escapes stay. A run of
 * other backslashes becomes one, since its level is not known. So the result is only for comparison.
 */
export function decodeText(text: string): string {
  if (!mayHaveEscapes(text)) return text;
  const codes = new Uint16Array(text.length);
  const length = scan(text, (at, code) => void (codes[at] = code));
  return decoder.decode(codes.subarray(0, length));
}

/** The place in a text of each character of its decoded text, and of its end. */
export function findSources(text: string): Uint32Array {
  const sources = new Uint32Array(text.length + 1);
  const length = scan(text, (at, _code, source) => void (sources[at] = source));
  sources[length] = text.length;
  return sources;
}

/** Visits each decoded character. Returns their number. A scan by hand is many times faster than a regular expression. */
function scan(text: string, visit: (at: number, code: number, source: number) => void): number {
  let at = 0;
  for (let source = 0; source < text.length; at += 1) {
    const code = text.charCodeAt(source);
    const isEscape = code === percent || code === backslash;
    const escape = isEscape ? (readBackslashes(text, source) ?? readPercent(text, source)) : undefined;
    visit(at, escape?.code ?? code, source);
    source = escape?.end ?? source + 1;
  }
  return at;
}

/** The one character that an escape stands for, and where the escape ends. */
interface Escape {
  readonly code: number;
  readonly end: number;
}

/** Reads backslashes, themselves percent-encoded or not, and what they escape. */
function readBackslashes(text: string, start: number): Escape | undefined {
  let at = start;
  for (let end = endOfBackslash(text, at); end > at; end = endOfBackslash(text, at)) at = end;
  if (at === start) return undefined;
  const letter = text[at];
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
  const code = digits === 0 ? undefined : readHex(text, at + 1, digits);
  if (code !== undefined) return { code, end: at + 1 + digits };
  const escaped = readPercent(text, at) ?? { code: text.charCodeAt(at), end: at + 1 };
  return escaped.code === 0x22 || escaped.code === 0x2f ? escaped : { code: backslash, end: at };
}

function endOfBackslash(text: string, at: number): number {
  if (text.charCodeAt(at) === backslash) return at + 1;
  const escape = readPercent(text, at);
  return escape?.code === backslash ? escape.end : at;
}

/** Reads a percent-encoded character up to U+00FF, since a header carries no others. Its `%` may be encoded itself. */
function readPercent(text: string, start: number): Escape | undefined {
  if (text.charCodeAt(start) !== percent) return undefined;
  const at = endOfPercent(text, start);
  const byte = readHex(text, at, 2);
  if (byte !== undefined && byte < 0x80) return { code: byte, end: at + 2 };
  if ((byte === 0xc2 || byte === 0xc3) && text.charCodeAt(at + 2) === percent) {
    const next = endOfPercent(text, at + 2);
    const last = readHex(text, next, 2) ?? 0;
    if (last >> 6 === 2) return { code: ((byte & 3) << 6) | (last & 0x3f), end: next + 2 };
  }
  return at === start + 1 ? undefined : { code: percent, end: at };
}

/** The end of a percent sign and of each `25` after it. */
function endOfPercent(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) === 0x32 && text.charCodeAt(at + 1) === 0x35) at += 2;
  return at;
}

function readHex(text: string, start: number, digits: number): number | undefined {
  let value = 0;
  for (let at = start; at < start + digits; at += 1) {
    const digit = hexDigits.indexOf(text[at] ?? ' ');
    if (digit < 0) return undefined;
    value = 16 * value + (digit > 15 ? digit - 6 : digit);
  }
  return value;
}
