import type { components } from '../generated/admin.ts';
import { toText } from '../http/json-body.ts';
import { createBoundedMap } from '../runtime/bounded-map.ts';
import { ownBody, sizeOfBody } from '../runtime/own-body.ts';
import { findDifferentPath } from '../runtime/same-value.ts';
import { listRecords, recordIdAt } from './records.ts';
import type { ParsedRequest } from './request.ts';

/** The first property in which two requests differ. */
export type PayloadChange = Readonly<components['schemas']['PayloadChange']>;

/** The parts of a request that a body is compared with. */
export type SentRequest = Pick<ParsedRequest, 'operation' | 'digest' | 'body' | 'rawBody'>;

/** The bodies of calls without a final answer, to find what changed when a call is tried again. */
export interface SentBodies {
  /** Keeps a body under these names. Returns its first difference from a body that was kept under one of them. */
  replace(names: readonly string[], request: SentRequest): PayloadChange | undefined;
  forget(names: readonly string[]): void;
  /** Forgets the bodies whose names pass a test. */
  clear(isWanted: (name: string) => boolean): void;
}

/** Maximum number of bytes of all bodies. */
const capacity = 2 ** 25;

export function createSentBodies(): SentBodies {
  const bodies = createBoundedMap<SentRequest>(capacity);
  return {
    replace(names, request): PayloadChange | undefined {
      const before = names.map(bodies.get).find((one) => one !== undefined);
      // The parsed body is left out, since it takes several times more memory.
      const { operation, digest } = request;
      const kept = { operation, digest, rawBody: ownBody(request.rawBody), body: undefined };
      for (const name of names) bodies.set(name, kept, sizeOfBody(request.rawBody));
      return before === undefined || before.digest === request.digest ? undefined : findChange(before, request);
    },
    forget(names): void {
      names.forEach(bodies.delete);
    },
    clear: bodies.deleteWhere,
  };
}

function findChange(before: SentRequest, { operation, body }: SentRequest): PayloadChange | undefined {
  const earlier = parse(before.rawBody);
  if (earlier === undefined || body === undefined || before.operation !== operation) return undefined;
  const { property } = operation.records ?? {};
  const [records, earlierRecords] = [listRecords(operation, body), listRecords(operation, earlier)];
  if (records.length === 0 || records.length !== earlierRecords.length)
    return toChange(findDifferentPath(earlier, body));
  for (const [index, record] of records.entries()) {
    const path = findDifferentPath(earlierRecords[index], record);
    if (path === undefined) continue;
    const id = recordIdAt(operation, body, index);
    return { ...(property !== undefined && { index }), ...(id !== '' && { record: id }), property: path };
  }
  return toChange(findDifferentPath(earlier, body));
}

function toChange(path: string | undefined): PayloadChange | undefined {
  return path === undefined ? undefined : { property: path };
}

function parse(body: SentRequest['rawBody']): unknown {
  try {
    return JSON.parse(toText(body));
  } catch {
    return undefined; // such as the body of a client that sends no JSON
  }
}
