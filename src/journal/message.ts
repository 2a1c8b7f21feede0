import type { Headers } from '../http/request.ts';
import type { Query } from '../http/url.ts';
import { createRequestMask, type RequestMask } from '../openapi/request-mask.ts';
import { isKeyName } from '../openapi/secret-names.ts';
import { byteSizeOf } from '../runtime/byte-size.ts';
import { sizeOfBody } from '../runtime/own-body.ts';
import { cloneJson } from '../runtime/clone-json.ts';
import { ownText } from '../runtime/own-text.ts';
import type { Exchange } from './exchange.ts';

type Message = NonNullable<Exchange['request']>;

/** What the mask of a request is made from: the keys that it carries, and those in the options of its time. */
interface MaskSource {
  readonly headers: Headers;
  /** Only the parameters that are keys. */
  readonly query: Query;
  readonly keys: readonly string[];
}

/** A message as it came. */
interface Kept {
  readonly headers: Headers;
  readonly body: string | Uint8Array;
  readonly source: MaskSource;
}

const kept = new WeakMap<object, Kept>();

/** The getters of all messages, since making some for each message takes longer. */
const getters = {
  headers: {
    enumerable: true,
    get(this: object): Message['headers'] {
      const own = kept.get(this);
      return own ? toMask(own.source).headers(own.headers) : [];
    },
  },
  body: {
    enumerable: true,
    get(this: object): string {
      const { body = '', mask } = readMessage(this) ?? {};
      return mask?.text(body) ?? '';
    },
  },
};
/** Where `console.log` of Node looks for what it shows, since it shows no values of getters. */
const shown = {
  [Symbol.for('nodejs.util.inspect.custom')](this: Message): Message {
    return { ...this };
  },
};

/** `headers` are copied, since the sender may use them again. */
export function toMaskSource(headers: Headers, query: Query, keys: readonly string[]): MaskSource {
  const named = Object.entries(query).filter(([name]) => isKeyName(name));
  const own = named.map(([name, value]) => [name, [value].flat().map((one) => ownText(String(one)))]);
  return { headers: cloneJson(headers), query: Object.fromEntries(own) as Query, keys };
}

function toMask({ headers, query, keys }: MaskSource): RequestMask {
  return createRequestMask(headers, { query }, keys);
}

/** Keeps a message as it came. It is masked whenever it is read, since most messages are never read. */
export function keepMessage(headers: Headers, body: string | Uint8Array, source: MaskSource): Message {
  const message = Object.preventExtensions(Object.create(shown, getters) as Message);
  // A copy, since the sender may use its bytes again, and a small body may be a part of a large block.
  kept.set(message, { headers, body: typeof body === 'string' ? body : new Uint8Array(body), source });
  return message;
}

/** The number of bytes that a message takes in memory at most. */
export function sizeOfMessage(message: Message | undefined): number {
  if (message === undefined) return 0;
  const own = kept.get(message);
  return own ? byteSizeOf(own.headers) + byteSizeOf(own.source.query) + sizeOfBody(own.body) : byteSizeOf(message);
}

/** The body as it came, and the mask of all that is shown of it. `undefined` if the message is not kept. */
export function readMessage(message: object | undefined): { body: string; mask: RequestMask } | undefined {
  const own = message && kept.get(message);
  return own && { body: toText(own.body), mask: toMask(own.source) };
}

function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
