/** An answer before its body is written as JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** Written as JSON. An answer without it has an empty body. */
  readonly body?: object;
  /** A body that is no JSON. Its type is among the headers. */
  readonly text?: string;
}

/** An answer as plain data. */
export interface MockResponse {
  /** The HTTP status, such as 200. */
  readonly status: number;
  /** Headers by name, such as `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body. Empty if the answer has none. */
  readonly body: string;
  /** The body in pieces, if it arrives slowly or incomplete. The connection breaks when the iterator throws. */
  readonly pieces?: AsyncIterable<Uint8Array>;
}

/** A connection that ends without an answer. */
export interface BrokenConnection {
  /** How the connection ends. `reset` is a TCP reset. */
  readonly broken: 'reset';
}

/** The result for a client: an answer or a broken connection. */
export type Outcome = MockResponse | BrokenConnection;

export const reset: BrokenConnection = { broken: 'reset' };

/** @throws For a value that no header can carry. It is a bug, and no platform could send the answer. */
export function serializeResponse({ status, headers = {}, body, text = '' }: ApiResponse): MockResponse {
  const fields = Object.entries(headers).map(([name, value]) => [name, toFieldValue(name, String(value))] as const);
  if (body === undefined) return { status, headers: Object.fromEntries(fields), body: text };
  const type = ['Content-Type', 'application/json; charset=utf-8'] as const;
  return { status, headers: Object.fromEntries([type, ...fields]), body: JSON.stringify(body) };
}

function toFieldValue(name: string, text: string): string {
  if (/^[\t -~]*$/.test(text)) return text;
  throw new Error(`The header ${name} cannot carry ${JSON.stringify(text)}`);
}
