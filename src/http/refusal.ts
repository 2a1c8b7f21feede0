/** Why a request is refused before any operation sees it. Each API has its own status and text for each reason. */
export type Reason = 'malformed' | 'unknown-path' | 'wrong-method' | 'too-large' | 'invalid' | 'rate-limited' | 'bug';

export interface Refusal {
  readonly reason: Reason;
  readonly message: string;
  /** The offending property, where one can be named. */
  readonly field?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
}
