/** Why a request is refused before its operation runs. Each API has its own status and text for each reason. */
export type Reason =
  | 'malformed'
  | 'unknown-path'
  | 'wrong-method'
  | 'too-large'
  /** The body has a content coding. */
  | 'coded'
  | 'invalid'
  | 'rate-limited'
  | 'bug';

/** A refused request, before an API gives the refusal its own shape. */
export interface Refusal {
  readonly reason: Reason;
  readonly message: string;
  /** The wrong property. Absent if the refusal is about no single property. */
  readonly field?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
}
