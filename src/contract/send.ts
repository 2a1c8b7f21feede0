/** A request of a contract case, its path with the query. */
export interface ContractRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a server said, or why it said nothing. */
export type SendResult = ReceivedResponse | { readonly broken: string };

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the body, its text if it is none. */
  readonly body: unknown;
}

/** How long to wait for an answer, in milliseconds, and what ends that early. */
export interface SendOptions {
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request to a base URL. No redirect is followed, for that would take the key along.
 *
 * @throws What the signal was aborted with.
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

/** JSON of a text, or the text if it is none. */
export function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What made a `fetch` fail, in words. */
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
