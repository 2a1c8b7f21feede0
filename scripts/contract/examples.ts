import { isDeepStrictEqual } from 'node:util';
import { toRequest, toWhole } from '../../src/contract/cases.ts';
import {
  operationsOf,
  resolveReference,
  type DocumentedOperation,
  type DocumentName,
} from '../../src/openapi/document.ts';
import type { RequestDraft } from '../../src/contract/mutations.ts';
import { send } from '../../src/contract/send.ts';
import type { Account } from '../../src/contract/story.ts';

/** An answer of a document, with the name of its example if it has one. */
interface Example {
  readonly operation: DocumentedOperation;
  readonly status: string;
  readonly name?: string;
  readonly value?: unknown;
}

/** Asks Prism for each example of a document. Returns the differences. */
export async function findWrongExamples(
  name: DocumentName,
  url: string,
  account: Account,
  timeout: number,
): Promise<{ asked: number; wrong: string[] }> {
  const wrong: string[] = [];
  const examples = operationsOf(name).flatMap(toExamples);
  for (const { operation, status, name: example, value } of examples) {
    const request = toRequest(operation, toValid(operation, account), account);
    const Prefer = `code=${status}${example === undefined ? '' : `, example=${example}`}`;
    const sent = await send(url, { ...request, headers: { ...request.headers, Prefer } }, { timeout });
    const isRight = 'status' in sent && String(sent.status) === status && isDeepStrictEqual(sent.body, value ?? '');
    if (!isRight) wrong.push(`${operation.id} ${Prefer}: Prism answers ${JSON.stringify(sent)}`);
  }
  return { asked: examples.length, wrong };
}

/** Uses the first example of a body, because bodies of the admin API differ too much for samples. */
function toValid(operation: DocumentedOperation, account: Account): RequestDraft {
  const [first] = Object.values(operation.operation.requestBody?.content['application/json'].examples ?? {});
  const whole = toWhole(operation, account);
  return first ? { ...whole, body: first.value } : whole;
}

function toExamples(operation: DocumentedOperation): Example[] {
  return Object.entries(operation.operation.responses).flatMap(([status, given]): Example[] => {
    const { content } = resolveReference(operation.api, given);
    const examples = Object.entries(content?.['application/json']?.examples ?? {});
    return content === undefined
      ? [{ operation, status }]
      : examples.map(([name, { value }]) => ({ operation, status, name, value }));
  });
}
