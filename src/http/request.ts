/** Headers by name in lower case, as Node gives them. A header that was sent several times may be a list. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request as plain data. */
export interface MockRequest {
  /** The method in upper case, such as `POST`. */
  readonly method: string;
  /** A whole URL, or only its path and query. */
  readonly url: string;
  /** Headers by name in lower case, as Node gives them. */
  readonly headers: Headers;
  /**
   * The body. A body over the option `bodyLimit` may be cut to one byte over the limit, and is then still refused.
   *
   * @default ''
   */
  readonly body?: string | Uint8Array;
  /**
   * IP address of the client, if the request came over a network. The admin API without a token then answers only this
   * machine. A request without it was made in this process, and is trusted.
   */
  readonly remoteAddress?: string;
  /** The host name or address that the server listens on. The admin API then takes it as a name of this machine. */
  readonly serverHost?: string;
  /**
   * The path that the APIs are beneath, such as `/proxy`. A URL beside it leads to no operation.
   *
   * @default ''
   */
  readonly basePath?: string;
  /**
   * Arrival of the first byte, in milliseconds since 1970 on the mock's clock.
   *
   * @default now
   */
  readonly receivedAt?: number;
  /** Any name for the TCP connection. The journal uses it to tell connections apart. */
  readonly connection?: string;
  /** A signal that is aborted when the client gives up. */
  readonly signal?: AbortSignal;
}

/** A request as plain data, but its body may arrive in chunks. A refused body may be left unread. */
export interface IncomingRequest extends Omit<MockRequest, 'body'> {
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}
