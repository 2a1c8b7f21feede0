import type { Exchange } from '../shapes.ts';
import { origin } from '../origin.ts';

/** Headers that curl makes itself, or that belong to one connection. */
const own = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'accept-encoding',
  'expect',
]);

/** A command that sends a request again. Put your key in place of the masked one. */
export function toCurl({ method, path, query, request }: Exchange): string {
  const headers = (request?.headers ?? []).filter(({ name }) => !own.has(name.toLowerCase()));
  const body = request?.body ?? '';
  const parts = [
    `curl -g -i ${method === 'HEAD' ? '-I' : `-X ${method}`} ${quote(`${origin}${path}${query === '' ? '' : `?${query}`}`)}`,
    ...headers.map(({ name, value }) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === '' ? [] : ['--data-binary @-']),
  ];
  const command = parts.join(' \\\n  ');
  if (body === '') return `${command}\n`;
  const lines = new Set(body.split('\n'));
  let end = 'END';
  while (lines.has(end)) end += '-';
  return `${command} <<'${end}'\n${body}\n${end}\n`;
}

/** Whether a key in the request is masked, so that the command needs another. */
export function isMasked({ request }: Exchange): boolean {
  return (request?.headers ?? []).some(({ value }) => value.includes('…'));
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
