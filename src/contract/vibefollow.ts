import type { operations } from '../generated/vibefollow.ts';
import type { Customs } from './cases.ts';
import type { Answer, ContractRequest } from './send.ts';
import { toStep, type Account, type Step, type Story } from './story.ts';

type BulkResult = operations['bulkUpsertUsers']['responses'][200]['content']['application/json'];

export const customs: Customs = {
  refusal({ operation }, what) {
    const isRecord = /^body\.\w+\[0\]/.test(what);
    if (!isRecord || operation['x-records']?.judged !== 'separately') return { expected: [400, 422] };
    return { judge: (answer) => judgeCounts(answer, 0, [0]) };
  },
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
