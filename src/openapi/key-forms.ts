import { factsOf } from './facts.ts';
import { apiNames } from './router.ts';

const forms = apiNames.flatMap((api) => factsOf(api).keys ?? []);
const prefixes = forms.flatMap((form) => form.prefixes);
const keyPatterns = forms.map(({ prefixes: starts, length: [least] }) => `(?:${starts.join('|')})[\\w-]{${least},}`);
const keys = new RegExp(keyPatterns.join('|'), 'g');
const onlyKey = new RegExp(`^(\\w+ +)?(?:${keyPatterns.join('|')})$`);
const roughKeys = new RegExp(`(${prefixes.join('|')})[\\w-]*([\\w-]{4})`, 'g');
const wholeKeys = forms.map(({ prefixes: starts, length: [least, greatest], tenant }) => ({
  pattern: new RegExp(`^(?:${starts.join('|')})[\\w-]{${least},${greatest}}$`),
  tenant,
}));

/** Cuts every key in a text to its prefix and last 4 characters, as the dashboard of VibeFollow does. */
export function maskKeys(text: string): string {
  // A fast exit, since this runs for every record id and few texts contain a key.
  if (!prefixes.some((prefix) => text.includes(prefix))) return text;
  return text.replaceAll(keys, (key) => `${prefixes.find((one) => key.startsWith(one))}…${key.slice(-4)}`);
}

/** Masks the value of a header for keys: a key alone, or a scheme and a key. */
export function maskSecret(text: string): string {
  return onlyKey.test(text) ? maskKeys(text) : '…';
}

/** Also cuts keys that are too short to be valid. `filling` replaces the secret part. */
export function maskRoughKeys(text: string, filling = '…'): string {
  return text.replaceAll(roughKeys, (_, prefix: string, end: string) => `${prefix}${filling}${end}`);
}

export function containsKey(text: string): boolean {
  return maskKeys(text) !== text;
}

/** The beginning of the id of the tenant that a key identifies, or `undefined` if the text is not a valid key. */
export function findTenantPrefix(text: string): string | undefined {
  return wholeKeys.find(({ pattern }) => pattern.test(text))?.tenant;
}
