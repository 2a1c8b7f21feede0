/** A difference between another document and ours. */
export interface Change {
  /** Whether it may break a client that was written against our document. */
  readonly breaking: boolean;
  /** Method and path, such as `POST /api/v1/users/bulk`. */
  readonly operation: string;
  /** The part of the operation, such as `body.users[].email` or `query.bot`. `operation` means the whole operation. */
  readonly place: string;
  /** The kind of difference: `added`, `removed`, or the keyword that differs, such as `maxItems`. */
  readonly what: string;
  /** The value in our document, if it has one. */
  readonly was?: unknown;
  /** The value in the other document, if it has one. */
  readonly is?: unknown;
}

/** Whether a schema describes values that a client sends, or values that it receives. */
export type Direction = 'request' | 'answer';

/** Notes a change of one place. */
export type Note = (
  breaking: boolean,
  what: string,
  values?: { readonly was?: unknown; readonly is?: unknown },
) => void;
