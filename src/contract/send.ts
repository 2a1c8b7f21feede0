/** A request of a contract case. The path includes the query. */
export interface ContractRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer of a server, or the reason why there is none. */
export type SendResult = ReceivedResponse | { readonly broken: string };

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or as text if it is not JSON. */
  readonly body: unknown;
}

/** The time-out of an answer in milliseconds, and a signal that ends the wait early. */
export interface SendOptions {
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request to a base URL. It follows no redirects, because a redirect would get the key.
 *
 * @throws The reason of the signal, if it was aborted.
 */
export async function send(
  base: string,
  { method, path, headers, body }: ContractRequest,
  { timeout, signal }: SendOptions,
): Promise<SendResult> {
  const timer = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: signal ? AbortSignal.any([timer, signal]) : timer,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: toJson(text) };
  } catch (error) {
    signal?.throwIfAborted();
    return { broken: timer.aborted ? `no answer within ${timeout / 1000} s` : `no answer: ${toReason(error)}` };
  }
}

/** A text as JSON, or the text itself if it is not JSON. */
export function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The reason why a `fetch` failed, in words. */
function toReason(error: unknown): string {
  const { cause = error } = error as { cause?: unknown };
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return reasons[code === '' ? message : code] ?? (message === '' ? code : message);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  'bad port': 'fetch does not go to this port',
};
