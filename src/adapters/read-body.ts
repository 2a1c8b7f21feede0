import type { IncomingMessage } from 'node:http';
import type { Options } from '../config/options.ts';
import type { IncomingRequest } from '../http/request.ts';
import { isAdminUrl } from '../mock/doors.ts';
import { createByteCollector } from '../runtime/byte-collector.ts';

/** A request from Express. It has a `body` if an earlier middleware has parsed it. */
export type Request = IncomingMessage & { readonly body?: unknown };

type Limits = Pick<Options, 'bodyLimit' | 'adminBodyLimit'>;

/** Reads a body. The admin API gets its chunks, and reads them itself. `undefined` if the client goes away. */
export async function readBody(request: Request, limits: Limits): Promise<IncomingRequest['body']> {
  const { body, readableEnded, url = '' } = request;
  if (body instanceof Uint8Array || typeof body === 'string') return body;
  if (body !== undefined) return stringifyParsedBody(body);
  if (readableEnded || isTooLong(request, limits)) return '';
  return isAdminUrl(url) ? request.iterator({ destroyOnReturn: false }) : collect(request, limits.bodyLimit);
}

/** Collects a body. At the first chunk over the limit it stops, since the bytes so far are enough for a refusal. */
async function collect(request: Request, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const bytes = createByteCollector();
    function end(): void {
      request.off('data', add).off('end', end).off('close', giveUp);
      resolve(bytes.take());
    }
    function giveUp(): void {
      resolve(undefined);
    }
    function add(chunk: Buffer): void {
      bytes.add(chunk);
      // The request flows on, and nobody keeps its bytes. So the end of its connection is noticed.
      if (bytes.size() > limit) end();
    }
    request.on('data', add).on('end', end).on('close', giveUp);
  });
}

/** Whether the `Content-Length` of a body is over the limit. */
export function isTooLong({ headers, url = '' }: IncomingMessage, { bodyLimit, adminBodyLimit }: Limits): boolean {
  return Number(headers['content-length'] ?? 0) > (isAdminUrl(url) ? adminBodyLimit : bodyLimit);
}

function stringifyParsedBody(parsed: unknown): string {
  try {
    return JSON.stringify(parsed);
  } catch {
    return ''; // nested too deep for `JSON.stringify`
  }
}
