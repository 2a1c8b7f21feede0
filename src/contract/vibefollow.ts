import { operationsOf, type DocumentedOperation } from '../openapi/document.ts';
import type { operations } from '../generated/vibefollow.ts';
import { toRequest, toWhole, type VendorPractice } from './cases.ts';
import type { JudgedResponse } from './judge.ts';
import { toStep, type Account, type Step, type Story } from './story.ts';
import type { Vendor } from './vendor.ts';

type ErrorBody = operations['bulkUpsertUsers']['responses'][400]['content']['application/json'];
type BulkResult = operations['bulkUpsertUsers']['responses'][200]['content']['application/json'];

/** Statuses whose errors always have the same code. */
const codes: Readonly<Partial<Record<number, string>>> = {
  400: 'validation_failed',
  401: 'auth_required',
  422: 'validation_failed',
};

const practice: VendorPractice = {
  barely: { question: { id: 'VF-2', status: 422 } },
  refusal({ operation }, what) {
    const isBulk = operation['x-records']?.judged === 'separately';
    if (isBulk && /^body\.\w+\[0\]/.test(what)) return { judge: (answer) => judgeCounts(answer, 0, [0]) };
    // The document does not say which of the two statuses a malformed header gets.
    return { expected: what.startsWith('header') ? [400, 422] : [isBulk ? 400 : 422], judge: judgeCode };
  },
  failure: (status) => (status === 415 ? { question: { id: 'VF-20', status: 400 } } : { judge: judgeCode }),
  prepare: () => [],
};

export const vibefollow: Vendor = {
  local: { key: `sk_test_${'0'.repeat(32)}` },
  toCredentials: (key) => ({ Authorization: `Bearer ${key}` }),
  toPractice: () => practice,
  toStories: (account) => [
    ...operationsOf('vibefollow')
      .filter(({ operation }) => operation['x-records']?.judged === 'separately')
      .map((operation) => toCountStory(operation, account)),
    ...operationsOf('vibefollow').map((operation) => toReplayStory(operation, account)),
  ],
  toRemovals: () => [],
};

/** Bulk requests whose answer counts the records. */
function toCountStory(operation: DocumentedOperation, account: Account): Story {
  const { property = '', key = '' } = operation.operation['x-records'] ?? {};
  const { body } = toWhole(operation, account);
  const [sample] = (body as Readonly<Record<string, readonly object[]>>)[property] ?? [];
  const [one, two, three, invalid] = [...['1', '2', '3'].map(account.id), ''].map((id) => ({ ...sample, [key]: id }));
  const bulk = (name: string, records: unknown[], accepted: number, rejected: number[]): Step => {
    const draft = { query: {}, path: {}, headers: {}, body: { [property]: records } };
    return toStep(operation.id, name, toRequest(operation, draft, account, name), {
      judge: (answer) => judgeCounts(answer, accepted, rejected),
    });
  };
  return {
    isChain: false,
    steps: [
      bulk('one of three records is invalid', [one, invalid, three], 2, [1]),
      bulk('two of four records are invalid', [invalid, two, invalid, three], 2, [0, 2]),
      bulk('the same user twice', [one, one], 2, []),
    ],
  };
}

function toReplayStory(operation: DocumentedOperation, account: Account): Story {
  const request = toRequest(operation, toWhole(operation, account), account, 'replay');
  const others = { ...account, id: () => account.id('2') };
  const another = toRequest(operation, toWhole(operation, others), account, 'replay');
  const isReplay: Step['judge'] = ({ body }, [first]) =>
    JSON.stringify(body) === JSON.stringify(first?.body) ? undefined : 'the answer differs from the first answer';
  return {
    isChain: true,
    steps: [
      toStep(operation.id, 'with an Idempotency-Key', request),
      toStep(operation.id, 'the same request with the same key', request, { judge: isReplay }),
      toStep(operation.id, 'another request with the same key', another, {
        expected: [422, 409], // VF-1: the vendor's pages say both
        judge: (answer) => judgeCodeOf(answer, 'idempotency_key_reuse'),
      }),
    ],
  };
}

/** Finds a problem in the answer to a bulk request whose records at `rejected` are invalid. */
function judgeCounts({ body }: JudgedResponse, accepted: number, rejected: readonly number[]): string | undefined {
  const { data, meta } = body as BulkResult;
  const actual = JSON.stringify([data.accepted, data.rejected, data.errors.map(({ index }) => index), meta.received]);
  const expected = JSON.stringify([accepted, rejected.length, rejected, accepted + rejected.length]);
  return actual === expected
    ? undefined
    : `accepted, rejected, indexes of errors and received are ${actual.slice(1, -1)} instead of ${expected.slice(1, -1)}`;
}

function judgeCode(answer: JudgedResponse): string | undefined {
  return judgeCodeOf(answer, codes[answer.status]);
}

function judgeCodeOf({ body }: JudgedResponse, code: string | undefined): string | undefined {
  const [first] = (body as ErrorBody).errors;
  return first?.code === code ? undefined : `the code is ${String(first?.code)} instead of ${String(code)}`;
}
