import { operationsOf, type DocumentedOperation } from '../openapi/document.ts';
import type { operations } from '../generated/vibefollow.ts';
import { toRequest, toWhole, type VendorPractice } from './cases.ts';
import type { JudgedResponse } from './judge.ts';
import type { ContractRequest } from './send.ts';
import { toStep, type Account, type Expectation, type Step, type Story } from './story.ts';
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
    const expected = what.startsWith('header') ? [400, 422] : [isBulk ? 400 : 422];
    const isIgnored = what.includes('.timestamp: ');
    return { expected, judge: judgeCode, ...(isIgnored && { question: { id: 'VF-14', status: 202 } }) };
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
    toQuestionStory(account),
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

/** The questions VF-12 to VF-16, as far as answers show how a server reads them. */
function toQuestionStory(account: Account): Story {
  const external_user_id = account.id('1');
  const event = { external_user_id, name: 'vf-mock contract', timestamp: '2026-01-05T09:30:00Z' };
  const counts = (question: string, accepted: number, rejected: number[]): Pick<Step, 'judge'> => ({
    judge: (answer) => withQuestion(judgeCounts(answer, accepted, rejected), question),
  });
  const bulk = (name: string, events: object[], expectation: Expectation): Step =>
    toStep('bulkTrackEvents', name, post(account, '/events/bulk', { events }), expectation);
  const nullEmail = { external_user_id, email: null };
  return {
    isChain: false,
    steps: [
      bulk('the same event twice', [event, event], counts('VF-12', 2, [])),
      bulk('the field of an invalid timestamp', [{ ...event, timestamp: 'noon' }], {
        judge: ({ body }) => withQuestion(judgeAbsentField(body as BulkResult), 'VF-13'),
      }),
      // Names that other services of this kind reserve.
      ...['identify', '$identify'].map((name) =>
        toStep('trackEvent', `the event name ${name}`, post(account, '/events', { ...event, name }), {
          question: { id: 'VF-15', status: 422 },
        }),
      ),
      toStep('upsertUser', 'email: null', post(account, '/users', nullEmail), {
        expected: [422],
        question: { id: 'VF-16', status: 202 },
        judge: judgeCode,
      }),
      toStep(
        'bulkUpsertUsers',
        'email: null',
        post(account, '/users/bulk', { users: [nullEmail] }),
        counts('VF-16', 0, [0]),
      ),
    ],
  };
}

/** A request with a key of its own, since the API may require one (VF-2). */
function post({ credentials, key }: Account, path: string, body: object): ContractRequest {
  const text = JSON.stringify(body);
  const headers = { ...credentials, 'Content-Type': 'application/json', 'Idempotency-Key': key(`${path} ${text}`) };
  return { method: 'POST', path: `/api/v1${path}`, headers, body: text };
}

function withQuestion(problem: string | undefined, question: string): string | undefined {
  return problem && `${problem} (${question})`;
}

function judgeAbsentField({ data: { errors } }: BulkResult): string | undefined {
  const [{ field } = {}] = errors;
  return field === undefined ? undefined : `the error has the field ${JSON.stringify(field)} instead of none`;
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
