import { decodeText, mayHaveEscapes } from './decoded-text.ts';
import { toEscapedPattern, wordCharacterPattern } from './escapes.ts';
import { factsOf, type KeyForm } from './facts.ts';
import { apiNames } from './router.ts';

const forms = apiNames.flatMap((api) => factsOf(api).keys ?? []);
const prefixes = forms.flatMap((form) => form.prefixes);
const anyKey = forms.map((form) => toPattern(form)).join('|');
const keys = new RegExp(forms.map((form) => toEscapedKeyPattern(form)).join('|'), 'g');
/** A key that `shortenId` has cut. */
const cutKeys = new RegExp(`(${prefixes.join('|')})[\\w-]+(?=…)`, 'g');
const onlyKey = new RegExp(`^(\\w+ +)?(?:${anyKey})$`);
const roughKeys = new RegExp(`(${prefixes.join('|')})[\\w-]*([\\w-]{4})`, 'g');
const validKeys = forms.map((form) => ({ pattern: new RegExp(`^${toPattern(form, form.length[1])}$`), form }));

/**
 * Cuts every key in a text to its prefix and last 4 characters, as the dashboard of VibeFollow does. Also finds keys with
 * escaped characters.
 */
export function maskKeys(text: string): string {
  // A fast exit, since this runs for every record id and few texts contain a key.
  if (!mayHaveEscapes(text) && !prefixes.some((prefix) => text.includes(prefix))) return text;
  const masked = text.replaceAll(keys, (found) => {
    const key = decodeText(found);
    return `${prefixes.find((one) => key.startsWith(one))}…${key.slice(-4)}`;
  });
  return masked.replaceAll(cutKeys, '$1');
}

/** Masks the value of a header for keys: a key alone, or a scheme and a key. */
export function maskSecret(text: string): string {
  return onlyKey.test(text) ? maskKeys(text) : '…';
}

/** Also cuts keys that are too short to be valid. `fill` replaces the secret part of a key. */
export function maskRoughKeys(text: string, fill: (key: string) => string = () => '…'): string {
  return text.replaceAll(roughKeys, (key, prefix: string, end: string) => `${prefix}${fill(key)}${end}`);
}

export function containsKey(text: string): boolean {
  return maskKeys(text) !== text;
}

/** The beginning of the id of the tenant that a key identifies, or `undefined` if the text is not a valid key. */
export function findTenantPrefix(text: string): string | undefined {
  return validKeys.find(({ pattern }) => pattern.test(text))?.form.tenant;
}

/** Whether a text begins like a key, but is not a valid one, because it is cut or has a line break at its end. */
export function isBrokenKey(text: string): boolean {
  return prefixes.some((prefix) => text.startsWith(prefix)) && findTenantPrefix(text) === undefined;
}

/** Without `greatest`, also matches keys that are too long to be valid, since they are secrets too. */
function toPattern({ prefixes: starts, length: [least] }: KeyForm, greatest: number | '' = ''): string {
  return `(?:${starts.join('|')})[\\w-]{${least},${greatest}}`;
}

/** The rest of a long key is matched in runs, and with a bound, since the engine keeps a place on its stack for each. */
function toEscapedKeyPattern({ prefixes: starts, length: [least] }: KeyForm): string {
  const beginning = `(?:${starts.map(toEscapedPattern).join('|')})(?:${wordCharacterPattern}){${least}}`;
  return `${beginning}(?:[\\w-]+|${wordCharacterPattern}){0,1000}`;
}
