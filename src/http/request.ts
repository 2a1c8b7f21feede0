/** Headers by lower-case name, as Node gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request as plain data. */
export interface MockRequest {
  readonly method: string;
  /** A whole URL, or only its path and query. */
  readonly url: string;
  /** By their names in lower case, as Node gives them. */
  readonly headers: Headers;
  /** One byte over the limit is enough to have a larger body refused. */
  readonly body?: string | Uint8Array;
  /** Where it comes from; without it, from this machine. */
  readonly remoteAddress?: string;
  /** When it began to come in, in milliseconds since 1970 on the mock's clock; without it, now. */
  readonly receivedAt?: number;
  /** Names the TCP connection that it came over. */
  readonly connection?: string;
  /** Aborted when the client gives up. */
  readonly signal?: AbortSignal;
}
