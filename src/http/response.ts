/** An answer before it is written out. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** Written as JSON; without it the answer has no body. */
  readonly body?: object;
}

/** An answer as plain data. */
export interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the body comes where it does not come at once. An error that this throws is a connection that breaks. */
  readonly pieces?: AsyncIterable<Uint8Array>;
}

/** A connection that ends without an answer. */
export interface BrokenConnection {
  readonly broken: 'reset';
}

/** What a client meets. */
export type Outcome = MockResponse | BrokenConnection;

export const reset: BrokenConnection = { broken: 'reset' };

export function serializeResponse({ status, headers = {}, body }: ApiResponse): MockResponse {
  const fields = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  if (body === undefined) return { status, headers: Object.fromEntries(fields), body: '' };
  const type = ['Content-Type', 'application/json; charset=utf-8'] as const;
  return { status, headers: Object.fromEntries([type, ...fields]), body: JSON.stringify(body) };
}
