/** One way in which a document differs from ours. */
export interface Change {
  /** Whether it may break a client that was written against our document. */
  readonly breaking: boolean;
  /** Method and path, such as `POST /api/v1/users/bulk`. */
  readonly operation: string;
  /** What of it, such as `body.users[].email`, `query.bot` or `200.data.accepted`; `operation` for the whole. */
  readonly place: string;
  /** What is different: `added`, `removed`, or what it is of the place, such as `maxItems`. */
  readonly what: string;
  /** What our document says, nothing where it says nothing. */
  readonly was?: unknown;
  /** What the other one says. */
  readonly is?: unknown;
}

/** Whose values a schema describes: what the client sends, or what it is answered. */
export type Direction = 'request' | 'answer';

/** Takes down the changes of one place. */
export type Note = (
  breaking: boolean,
  what: string,
  values?: { readonly was?: unknown; readonly is?: unknown },
) => void;
