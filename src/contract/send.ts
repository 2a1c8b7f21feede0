/** A request of a contract case, its path with the query. */
export interface ContractRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back through Prism. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body, its text if it is none. */
  readonly body: unknown;
  /** Where the answer breaks the document, in Prism's words. What it says of the request is left out. */
  readonly violations: readonly string[];
}

/** An answer, or why there is none. */
export type Sent = Answer | { readonly broken: string };

/** Sends a request through Prism; `timeout` is in milliseconds. */
export async function send(
  base: string,
  { method, path, headers, body }: ContractRequest,
  timeout: number,
  signal?: AbortSignal,
): Promise<Sent> {
  const timer = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: signal ? AbortSignal.any([timer, signal]) : timer,
    });
    return toSent(response, await response.text());
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (timer.aborted) return { broken: `no answer within ${timeout / 1000} s` };
    return { broken: `no answer: ${toReason(error)}` };
  }
}

/** What made a `fetch` fail, in words. */
export function toReason(error: unknown): string {
  const { cause = error } = error as { cause?: unknown };
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return reasons[code === '' ? message : code] ?? (message === '' ? code : message);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke the connection',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  'bad port': 'fetch does not go to this port',
};

function toSent(response: Response, text: string): Sent {
  const { status, headers } = response;
  const body = toJson(text);
  const failure = /\bproblem\+json/.test(headers.get('content-type') ?? '') ? toFailure(body) : undefined;
  if (failure !== undefined) return { broken: toBroken(failure) };
  return { status, headers, body, violations: toViolations(headers.get('sl-violations')) };
}

/** What Prism says where it got no answer that it could read. */
function toFailure(body: unknown): string | undefined {
  const { type, title } = body as { type?: unknown; title?: unknown };
  return type === 'FetchError' && typeof title === 'string' ? title : undefined;
}

function toBroken(failure: string): string {
  if (failure.startsWith('invalid json')) return 'the body of the answer is not JSON';
  return `no answer: ${failure.replace(/^request to .* failed, reason: /, '')}`;
}

interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** From the header `sl-violations`, which Prism cuts off after 8 kB: then with as many of them as came whole. */
function toViolations(header: string | null): string[] {
  if (header === null) return [];
  const [, list = ''] = /^(?:Too many violations! )?(.*)$/s.exec(header) ?? [];
  const whole = list === header ? list : `${list.slice(0, list.lastIndexOf('},{'))}}]`;
  const violations = toJson(whole) as readonly Violation[] | string;
  if (typeof violations === 'string') return [violations];
  return [...new Set(violations.filter(({ location }) => location[0] === 'response').map(toText))];
}

function toText({ location, message }: Violation): string {
  return location.includes('header') ? `${message} (header ${location.at(-1) ?? ''})` : message;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
