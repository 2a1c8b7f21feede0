import { stripVTControlCharacters } from 'node:util';

/** Searches the output of a client for ids. */
export interface NameSearch {
  /** Whether the output contains an id, plain or escaped, and not only as a part of another id. */
  has(id: string): boolean;
}

/**
 * Log libraries escape texts in many ways, and also in two ways at once, such as JSON in JSON. So the output and the id
 * are both unescaped until nothing changes. Then the equal texts are compared.
 */
export function createNameSearch(output: string): NameSearch {
  const plain = stripVTControlCharacters(output);
  const simplified = simplify(plain);
  return {
    has(id): boolean {
      // A backslash before punctuation escapes it. Before a letter it may be a part of a path.
      const isPunctuation = /^[!-/:-@[-`{-~]/.test(id);
      const read = (text: string): string => (isPunctuation ? unescape(text).replace(/\\+$/, '') : unescape(text));
      return contains(plain, id, read) || contains(simplified, simplify(id), (text) => text);
    },
  };
}

/** The escapes of JSON, JavaScript, Python, Go, Java, C, Perl, PHP, Ruby, XML, HTML and URLs. */
const escapes =
  /\\(?:[ux]\{([\dA-Fa-f]{1,8})\}|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|x([\dA-Fa-f]{2})|([0-3][0-7]{2}|[0-7]{1,2})|([\\abefnrtv]))|%([\dA-Fa-f]{2})|&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(amp|lt|gt|quot|apos));/g;

const letters: Readonly<Record<string, string>> = {
  '\\': '\\',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Maximum number of escapes around each other. A limit, because each backslash of a very long row may escape the next. */
const maxDepth = 8;

function unescape(text: string): string {
  let plain = text;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const next = plain.replaceAll(escapes, toCharacter);
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

function toCharacter(escape: string, ...groups: readonly (string | undefined)[]): string {
  const [braced, short, long, byte, octal, letter, percent, decimal, hex, entity] = groups;
  if (letter !== undefined) return letters[letter] ?? escape;
  if (entity !== undefined) return entities[entity] ?? escape;
  const sixteen = braced ?? short ?? long ?? byte ?? percent ?? hex;
  const code =
    sixteen === undefined ? Number.parseInt(octal ?? decimal ?? '', octal ? 8 : 10) : Number.parseInt(sixteen, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

/** UTF-8 whose bytes stand for characters each. Escapes of bytes look so, and also some ids. */
const utf8 = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/** Unescapes a text, and makes texts equal that differ only by a way to quote them. */
function simplify(text: string): string {
  return (
    unescape(text)
      .replaceAll(/\p{Cs}/gu, '\ufffd')
      .replaceAll(utf8, (bytes) => {
        const decoded = Buffer.from(bytes, 'latin1').toString();
        return decoded.includes('\ufffd') && bytes !== '\xef\xbf\xbd' ? bytes : decoded;
      })
      .replaceAll('\\', '')
      // Python writes b before bytes.
      .replaceAll(/\bb(?=["'])/g, '')
      .replaceAll(/(["'])\1+/g, '$1')
      .replaceAll('+', ' ')
  );
}

/** Whether a text contains a name that is not a part of a longer name. `read` unescapes the texts beside the name. */
function contains(text: string, name: string, read: (text: string) => string): boolean {
  if (name === '') return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const before = text.slice(Math.max(at - longestEscape, 0), at);
    const after = text.slice(end, end + longestEscape);
    if (
      !endsInWord.test(before) &&
      !startsWithWord.test(after) &&
      !endsInWord.test(read(before)) &&
      !startsWithWord.test(read(after))
    )
      return true;
  }
  return false;
}

const longestEscape = 12;
// Other letters (Lo) have no case. Their scripts often have no spaces between words, so a name may stand beside them.
const endsInWord = /[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{M}\p{N}_-]$/u;
const startsWithWord = /^[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{M}\p{N}_-]/u;
