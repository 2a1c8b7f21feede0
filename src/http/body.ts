import { createByteCollector } from '../runtime/byte-collector.ts';
import { encodeUtf8 } from '../runtime/utf8.ts';
import type { IncomingRequest, MockRequest } from './request.ts';

/** A body, whole or in chunks that arrive one after the other. */
export type Body = NonNullable<IncomingRequest['body']>;

/** Maximum size of a chunk that is cut from a whole body. */
const chunkSize = 2 ** 17;

/** The chunks of a body. */
export function toChunks(body: Body): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  return isWhole(body) ? cut(typeof body === 'string' ? encodeUtf8(body) : body) : body;
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

/** The whole body. The chunks of a body over `limit` bytes are left unread as soon as it is over the limit. */
export async function collectBody(body: Body, limit: number): Promise<string | Uint8Array> {
  if (isWhole(body)) return body;
  const bytes = createByteCollector();
  for await (const chunk of body) {
    bytes.add(chunk);
    if (bytes.size() > limit) break;
  }
  return bytes.take();
}

/** Whether a request has its whole body. */
export function isWholeRequest(request: IncomingRequest): request is MockRequest {
  return request.body === undefined || isWhole(request.body);
}

function isWhole(body: Body): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array;
}
