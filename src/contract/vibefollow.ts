import type { operations } from '../generated/vibefollow.ts';
import type { Customs } from './cases.ts';
import type { Answer } from './judge.ts';
import type { ContractRequest } from './send.ts';
import { toStep, type Account, type Step, type Story } from './story.ts';

type ErrorBody = operations['bulkUpsertUsers']['responses'][400]['content']['application/json'];
type BulkResult = operations['bulkUpsertUsers']['responses'][200]['content']['application/json'];

/** The codes of errors that are the same whatever brought them about. */
const codes: Readonly<Partial<Record<number, string>>> = {
  400: 'validation_failed',
  401: 'auth_required',
  422: 'validation_failed',
};

export const customs: Customs = {
  barely: { question: { id: 'VF-2', status: 422 } },
  refusal({ operation }, what) {
    const isBulk = operation['x-records']?.judged === 'separately';
    if (isBulk && /^body\.\w+\[0\]/.test(what)) return { judge: (answer) => judgeCounts(answer, 0, [0]) };
    // Which of the two a malformed header gets, nobody says.
    return { expected: what.startsWith('header') ? [400, 422] : [isBulk ? 400 : 422], judge: judgeCode };
  },
  failure: () => ({ judge: judgeCode }),
  prepare: () => [],
};

/** What a server without a memory or without judgement gets wrong. */
export function toStories({ credentials, id, key }: Account): Story[] {
  const user = (purpose: string, more = {}): object => ({ external_user_id: id(purpose), ...more });
  const post = (path: string, body: unknown, headers = {}): ContractRequest => ({
    method: 'POST',
    path: `/api/v1/${path}`,
    headers: { ...credentials, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const once = { 'Idempotency-Key': key('replay') };
  const users = [user('1'), user('2', { email: 'nobody' }), user('3')];
  const bulk = (name: string, request: ContractRequest, promise?: Partial<Step>): Step =>
    toStep('bulkUpsertUsers', name, request, promise);
  const isReplay: Step['judge'] = ({ body }, [first]) =>
    JSON.stringify(body) === JSON.stringify(first?.body) ? undefined : 'the answer is not that of the first time';
  return [
    {
      isChain: false,
      steps: [
        bulk('one of three records is invalid', post('users/bulk', { users }), {
          judge: (answer) => judgeCounts(answer, 2, [1]),
        }),
        bulk('a user that comes twice', post('users/bulk', { users: [user('1'), user('1')] }), {
          judge: (answer) => judgeCounts(answer, 2, []),
        }),
      ],
    },
    {
      isChain: true,
      steps: [
        bulk('with an Idempotency-Key', post('users/bulk', { users }, once)),
        bulk('the same again with the same key', post('users/bulk', { users }, once), { judge: isReplay }),
        bulk('another request with the same key', post('users/bulk', { users: [user('4')] }, once), {
          expected: [422, 409], // VF-1: the vendor's pages say both
          judge: (answer) => judgeCodeOf(answer, 'idempotency_key_reuse'),
        }),
      ],
    },
  ];
}

/** What is wrong with the answer to a bulk request of which the records at `rejected` are invalid. */
function judgeCounts({ body }: Answer, accepted: number, rejected: readonly number[]): string | undefined {
  const { data, meta } = body as BulkResult;
  const given = JSON.stringify([data.accepted, data.rejected, data.errors.map(({ index }) => index), meta.received]);
  const right = JSON.stringify([accepted, rejected.length, rejected, accepted + rejected.length]);
  return given === right
    ? undefined
    : `accepted, rejected, indexes of errors and received are ${given.slice(1, -1)} in place of ${right.slice(1, -1)}`;
}

function judgeCode(answer: Answer): string | undefined {
  return judgeCodeOf(answer, codes[answer.status]);
}

function judgeCodeOf({ body }: Answer, code: string | undefined): string | undefined {
  const [first] = (body as ErrorBody).errors;
  return first?.code === code ? undefined : `the code is ${String(first?.code)} in place of ${String(code)}`;
}
