import type { components } from '../../generated/yellow.ts';
import type { JudgedResponse } from '../judge.ts';
import type { ContractRequest } from '../send.ts';
import { toStep, type Account, type Expectation, type Question, type Step, type Story } from '../story.ts';

type User = components['schemas']['User'];

/** Makes a request with JSON to a path below `/cdp/api/v1/`, for the bot. */
export type Requests = (method: string, path: string, body?: unknown) => ContractRequest;

/** The user of the questions. */
export const questionUser = '4';

/** The cases of the questions YE-14 to YE-27 that a client can answer. */
export function toQuestionStories(account: Account, ask: Requests): Story[] {
  const userId = account.id(questionUser);
  const given = { userId, city: 'Pune', emailOptin: true, loyaltyTier: 'gold' };
  const add = toStep('addUser', 'a user with properties of both kinds', ask('POST', 'user', given));
  const remove = toStep('deleteUser', 'offset and limit', ask('DELETE', `user/${userId}?offset=0&limit=100`));
  return [
    ...toIdSteps(ask).map((step) => ({ isChain: true, steps: [add, step] })),
    {
      isChain: false,
      steps: [add, ...toReadSteps(ask, `user/${userId}`), ...toWriteSteps(ask, userId), remove],
    },
    { isChain: false, steps: toKeySteps(account, ask) },
  ];
}

/** The questions on what `getUser` answers. */
function toReadSteps(ask: Requests, path: string): Step[] {
  const get = (query: string, expectation: Expectation): Step =>
    toStep('getUser', query === '' ? 'no parameters' : query, ask('GET', `${path}${query}`), expectation);
  return [
    get('', {
      judge: judgeUser(
        'YE-27',
        ({ loyaltyTier }) => loyaltyTier !== undefined && 'the Custom property loyaltyTier is there',
      ),
    }),
    get('?allProperties=loyaltyTier', {
      judge: judgeUser('YE-16', ({ loyaltyTier, city }) => !(loyaltyTier && city) && 'city or loyaltyTier is missing'),
    }),
    get('?properties=profileComplete', { judge: judgeUser('YE-17', judgeShare) }),
    get('?properties=emailOptin,emailOptIn', {
      judge: judgeUser('YE-18', ({ emailOptin }) => emailOptin === undefined && 'emailOptin is missing'),
    }),
    get('?userId=no', {
      question: { id: 'YE-14', status: 400 },
      judge: judgeUser('YE-14', ({ userId }) => userId !== undefined && 'userId is there'),
    }),
  ];
}

function judgeShare({ profileComplete }: User): string | false {
  const { value } = profileComplete ?? {};
  const isShare = typeof value === 'string' && /^\d{1,3}\.\d\d$/.test(value);
  return !isShare && `profileComplete is ${JSON.stringify(value)} instead of a text such as "13.04"`;
}

/** The questions on the generated id of the user, which the answer to the first step has. */
function toIdSteps(ask: Requests): Step[] {
  const toId = ([added]: readonly JudgedResponse[]): string =>
    encodeURIComponent(String((added?.body as { data: User }).data['id']?.value));
  const get = (name: string, query: string, question: Question): Step => ({
    ...toStep('getUser', name, ask('GET', 'user'), { question }),
    request: (before) => ask('GET', `user/${toId(before)}${query}`),
  });
  return [
    get('a generated id with userId=false', '?userId=false', { id: 'YE-14', status: 400 }),
    get('a generated id', '', { id: 'YE-15', status: 404 }),
  ];
}

/** The questions on what is stored. */
function toWriteSteps(ask: Requests, userId: string): Step[] {
  const path = `user/${userId}`;
  const event = { userId, eventName: 'vf-mock contract', userProperties: { city: 'Agra' } };
  return [
    toStep('updateUser', 'a phone number with +', ask('PUT', path, { phone: '+919000000000' }), {
      question: { id: 'YE-23', status: 400 },
      judge: judgeUser('YE-23', ({ phone }) => phone?.value !== '919000000000' && 'the + is stored'),
    }),
    ...[{ email: '' }, { city: null }].map((record) =>
      toStep('updateUser', JSON.stringify(record), ask('PUT', path, record), {
        expected: [400],
        question: { id: 'YE-24', status: 200 },
      }),
    ),
    toStep('createEvent', 'userProperties', ask('POST', 'event', event)),
    toStep('getUser', 'the user after userProperties', ask('GET', path), {
      judge: judgeUser('YE-26', ({ city }) => city?.value !== 'Agra' && `city is ${JSON.stringify(city?.value)}`),
    }),
  ];
}

/** The key in each header alone. */
function toKeySteps({ secret }: Account, ask: Requests): Step[] {
  const list = (header: string, value: string, id: string): Step => {
    const request = ask('GET', 'user');
    const others = Object.entries(request.headers).filter(([name]) => !Object.hasOwn(toKeyHeaders(''), name));
    const headers = { ...Object.fromEntries(others), [header]: value };
    return toStep(
      'listUsers',
      `the key in ${header} alone`,
      { ...request, headers },
      { question: { id, status: 401 } },
    );
  };
  const ids: Readonly<Record<string, string>> = { Authorization: 'YE-21' };
  return Object.entries(toKeyHeaders(secret)).map(([header, value]) => list(header, value, ids[header] ?? 'YE-3'));
}

/** The headers that carry a key. The API reads each, so a request sends all (YE-3, YE-21). */
export function toKeyHeaders(key: string): Readonly<Record<string, string>> {
  return { 'X-Auth-Token': key, 'x-api-key': key, Authorization: `Bearer ${key}` };
}

function judgeUser(question: string, findProblem: (user: User) => string | false): NonNullable<Step['judge']> {
  return ({ body }) => {
    const problem = findProblem((body as { data: User }).data);
    return problem === false ? undefined : `${problem} (${question})`;
  };
}
