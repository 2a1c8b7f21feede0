/** The answer of the server was no success. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export type Answer<Body> = { readonly body: Body } | { readonly refusal: Refusal };

const tokenName = 'vf-mock-token';

export function readToken(): string | null {
  return sessionStorage.getItem(tokenName);
}

export function keepToken(token: string): void {
  sessionStorage.setItem(tokenName, token);
}

/** The headers that open the admin API. */
export function toHeaders(): Record<string, string> {
  const token = readToken();
  return token === null ? {} : { Authorization: `Bearer ${token}` };
}

/** Asks the admin API. The path is relative to the page, since a proxy may have put a prefix before it. */
export async function ask<Body>(path: string, method = 'GET', sent?: unknown): Promise<Answer<Body>> {
  const content = sent === undefined ? {} : { body: JSON.stringify(sent) };
  const type = sent === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    const response = await fetch(`./${path}`, {
      method,
      headers: { Accept: 'application/json', ...toHeaders(), ...type },
      ...content,
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return { body: body as Body };
    const { errors = [] } = (body ?? {}) as { readonly errors?: readonly string[] };
    return { refusal: { status: response.status, message: errors.join(' ') } };
  } catch (error) {
    return { refusal: { status: 0, message: error instanceof Error ? error.message : String(error) } };
  }
}
