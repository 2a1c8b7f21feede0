import type { Headers } from './body.ts';
import type { Query } from './url.ts';

const headerNames = ['authorization', 'x-auth-token', 'x-api-key'];
const keyNames = /^(x?[-_]?(api|auth|access)?[-_]?(key|token)|authorization)$/i;
const vibeFollowKey = /sk_(live|test)_[\w-]*/g;

/** Where a request has its key: in the header, in the URL too or instead, or nowhere. */
export function findCredential(headers: Headers, path: string, query: Query): 'header' | 'url' | 'none' {
  const inUrl = Object.entries(query).some(([name, value]) => keyNames.test(name) || holdsKey(String(value)));
  if (inUrl || holdsKey(path)) return 'url';
  return headerNames.some((name) => String(headers[name] ?? '') !== '') ? 'header' : 'none';
}

/** The part of a URL with its keys masked. */
export function maskUrl(part: string): string {
  const masked = part.replaceAll(/([^&=]+)=([^&]*)/g, (pair, name: string) =>
    keyNames.test(name) ? `${name}=…` : pair,
  );
  return maskKeys(masked);
}

/** Headers as they may be shown: the keys in them are masked. */
export function maskHeaders(headers: Headers): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .map((text) => ({ name, value: headerNames.includes(name.toLowerCase()) ? maskKey(text) : text })),
  );
}

function maskKey(text: string): string {
  return vibeFollowKey.test(text) ? maskKeys(text) : '…';
}

function maskKeys(text: string): string {
  return text.replaceAll(vibeFollowKey, (key) => `${key.slice(0, 8)}…${key.slice(-4)}`);
}

function holdsKey(text: string): boolean {
  return /sk_(live|test)_[\w-]{32}/.test(text);
}
