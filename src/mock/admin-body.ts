import type { Options } from '../config/options.ts';
import { collectBody, toChunks } from '../http/body.ts';
import { checkContentCoding } from '../http/content-coding.ts';
import { checkBodySize, isJson, parseJsonBody } from '../http/json-body.ts';
import type { Refusal } from '../http/refusal.ts';
import type { IncomingRequest } from '../http/request.ts';
import type { ExpectedRecord } from '../reconciliation/expected.ts';
import { toAdminError, type Refused } from './admin-operations.ts';
import { createExpectedReader } from './expected-body.ts';
import { createSnapshotReader, deepestSnapshot } from './snapshot.ts';

/** What a body holds, or its refusal. */
export type Read<Content> = Content | { readonly refusal: Refused<400 | 413 | 415> };

/** The body of a request to the admin API. It can be read once. */
export interface AdminBody {
  /** A JSON value. The body has at most `bodyLimit` bytes. */
  value(): Promise<Read<{ readonly value: unknown }>>;
  /** A state. The body has at most `adminBodyLimit` bytes, and is read chunk by chunk. */
  state(): Promise<Read<{ readonly value: unknown }>>;
  /** The records that the client must deliver. The body has the same limit, and is read in the same way. */
  expected(): Promise<Read<{ readonly expected: readonly ExpectedRecord[] }>>;
}

/** Makes something of a body that arrives in chunks. */
interface Reader<Content> {
  /** Returns what is wrong so far. */
  write(chunk: Uint8Array): string | undefined;
  end(): Content | { readonly problem: string };
}

export function createAdminBody(
  { headers, body = '' }: Pick<IncomingRequest, 'headers' | 'body'>,
  options: Options,
): AdminBody {
  const coded = checkContentCoding(headers);

  async function read<Content extends object>(reader: Reader<Content>): Promise<Read<Content>> {
    if (coded) return refuseCoding(coded);
    const limit = options.adminBodyLimit;
    let size = Number(headers['content-length'] ?? 0) > limit ? Infinity : 0;
    if (size <= limit) {
      for await (const chunk of toChunks(body)) {
        size += chunk.length;
        if (size > limit || reader.write(chunk) !== undefined) break;
      }
    }
    if (size > limit) return refuseSize('adminBodyLimit', limit);
    const content = reader.end();
    return 'problem' in content ? refuse(`${content.problem}.`) : content;
  }

  return {
    async value(): Promise<Read<{ readonly value: unknown }>> {
      if (coded) return refuseCoding(coded);
      const limit = options.bodyLimit;
      const isTooLong = checkBodySize(headers, '', limit) !== undefined;
      const whole = isTooLong ? '' : await collectBody(body, limit);
      if (isTooLong || checkBodySize(headers, whole, limit)) return refuseSize('bodyLimit', limit);
      const json = parseJsonBody(headers, whole, deepestSnapshot);
      return 'value' in json ? json : refuse(`${json.refusal.message}.`);
    },
    state: async () => (isJson(headers['content-type']) ? read(createSnapshotBodyReader()) : refuse(`${jsonOnly}.`)),
    async expected(): Promise<Read<{ readonly expected: readonly ExpectedRecord[] }>> {
      const reader = createExpectedReader(headers['content-type']);
      return reader === undefined ? refuse(`${jsonOnly} or application/x-ndjson.`) : read(reader);
    },
  };
}

const jsonOnly = 'Send the body as Content-Type: application/json';

function createSnapshotBodyReader(): Reader<{ readonly value: unknown }> {
  const { write, end } = createSnapshotReader();
  return {
    write,
    end() {
      const read = end();
      return 'problem' in read ? { problem: `The body ${read.problem}` } : read;
    },
  };
}

function refuse(problem: string): { readonly refusal: Refused<400> } {
  return { refusal: toAdminError(400, problem) };
}

function refuseCoding({ message }: Refusal): { readonly refusal: Refused<415> } {
  return { refusal: toAdminError(415, `${message}.`) };
}

function refuseSize(option: string, limit: number): { readonly refusal: Refused<413> } {
  return { refusal: toAdminError(413, `The body is over ${limit} bytes. Raise the option ${option}.`) };
}
