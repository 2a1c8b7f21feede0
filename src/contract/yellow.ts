import type { components } from '../generated/yellow.ts';
import type { VendorPractice } from './cases.ts';
import type { JudgedResponse } from './judge.ts';
import { toStep, type Account, type Expectation, type Question, type Step, type Story } from './story.ts';
import type { Removal } from './upstream.ts';
import type { Vendor } from './vendor.ts';
import { differ, hasUser, isCustom, type Ok, type OtherReading } from './yellow/judges.ts';
import { questionUser, toKeyHeaders, toQuestionStories, type Requests } from './yellow/questions.ts';

/** The questions behind some refusals, and the status by the other reading. */
const questions: Readonly<Partial<Record<number, Question>>> = {
  406: { id: 'YE-10', status: 200 },
  415: { id: 'YE-28', status: 400 },
};

/** By the other reading, the API leaves out the invalid record. */
const skipping = { id: 'YE-6', status: 200 };
/** By the other readings, the API ignores the invalid value. */
const ignored: readonly (readonly [form: RegExp, question: Question])[] = [
  [/^body\.userProperties/, { id: 'YE-26', status: 200 }],
  [/^body.*: too short$/, { id: 'YE-24', status: 200 }],
  [/^body\.users\[0\]/, skipping],
];
/** Most pages of the vendor show no body of a 401. */
const judgeUnauthorized: NonNullable<Step['judge']> = ({ text }) =>
  text === '' ? undefined : 'the answer has a body (YE-20)';

function toPractice(account: Account): VendorPractice {
  const ask = toRequests(account);
  const addUser = toStep('addUser', 'a user to work with', ask('POST', 'user', { userId: account.id('1') }));
  return {
    refusal(_, what): Expectation {
      // A key belongs to a bot. Without a bot the server may not know the key.
      if (what.startsWith('query bot')) return { expected: [400, 401] };
      const [, question] = ignored.find(([form]) => form.test(what)) ?? [];
      return { expected: [400], ...(question && { question }) };
    },
    failure: (status) => ({
      ...(questions[status] && { question: questions[status] }),
      ...(status === 401 && { judge: judgeUnauthorized }),
    }),
    prepare: ({ id, path }) => (id === 'getBulkCreation' ? undefined : path.includes('{') ? [addUser] : []),
  };
}

export const yellow: Vendor = {
  local: { key: 'any-key', tenant: 'x1640004486565' },
  toCredentials: toKeyHeaders,
  toPractice,
  toStories(account): Story[] {
    const ask = toRequests(account);
    return [
      toUserStory(account, ask),
      toBulkStory(account, ask),
      toRefusedStory(account, ask),
      toEventStory(account, ask),
      ...toQuestionStories(account, ask),
    ];
  },
  toRemovals,
};

function toRemovals(account: Account): Removal[] {
  const ask = toRequests(account);
  return ['1', '2', '3', questionUser, 'nobody'].map((purpose) => {
    const id = account.id(purpose);
    return { id, request: ask('DELETE', `user/${id}`) };
  });
}

function toUserStory({ id }: Account, ask: Requests): Story {
  const userId = id('3');
  const path = `user/${userId}`;
  const get = (name: string, promise: Partial<Step>, query = ''): Step =>
    toStep('getUser', name, ask('GET', `${path}${query}`), promise);
  const properties = { userId, firstName: 'Asha', city: 'Pune' };
  return {
    isChain: true,
    steps: [
      toStep('addUser', 'a new user', ask('POST', 'user', { ...properties, contractCheck: 'vf-mock' })),
      get('the user that was added', { judge: hasUser(properties) }),
      get('one property of the user', { judge: hasUser({ city: 'Pune', firstName: undefined }) }, '?properties=city'),
      get('all properties of the user', { judge: isCustom('contractCheck') }, '?allProperties=true'),
      toStep('updateUser', 'another city', ask('PUT', path, { city: 'Delhi' })),
      get('the user after the update', { judge: hasUser({ userId, firstName: 'Asha', city: 'Delhi' }) }),
      toStep('deleteUser', 'the user', ask('DELETE', path), {
        judge: ({ body }) => differ('data.userId', (body as Ok<'deleteUser'>).data.userId, userId),
      }),
      get('the user after its deletion', { expected: [404] }),
      toStep('updateUser', 'a user that was deleted', ask('PUT', path, { city: 'Agra' }), { expected: [404] }),
      toStep('deleteUser', 'the user again', ask('DELETE', path), { expected: [404] }),
    ],
  };
}

function toBulkStory({ id, tenant }: Account, ask: Requests): Story {
  const [one, two] = [id('1'), id('2')];
  const bulk = (name: string, users: object[], more = ''): Step =>
    toStep('bulkCreateUsers', name, ask('POST', `user/create-bulk${more}`, { users }));
  const finished = (name: string, judge: Step['judge']): Step => ({
    operation: 'getBulkCreation',
    name,
    request: (before) => ask('GET', `user/create-bulk?id=${encodeURIComponent(toCreationId(before.at(-1)))}`),
    expected: [200],
    isEarly: ({ body }) => (body as Ok<'getBulkCreation'>).data.comment === 'processing',
    ...(judge && { judge }),
  });
  const get = (name: string, city: string, other?: OtherReading): Step =>
    toStep('getUser', name, ask('GET', `user/${one}`), {
      judge: hasUser({ userId: one, firstName: 'Asha', city }, other),
    });
  const [update, retain] = ['?uponConflict=UPDATE_EXISTING', '?uponConflict=RETAIN_IMPORTED'];
  return {
    isChain: true,
    steps: [
      toStep(
        'addUser',
        'a user to update in bulk',
        ask('POST', 'user', { userId: one, firstName: 'Asha', city: 'Pune' }),
      ),
      bulk('one existing user and one new user', [{ userId: one, city: 'Delhi' }, { userId: two }]),
      finished('the result of the bulk creation', ({ body }) => {
        const { newUsers, conflictedUsers } = (body as Ok<'getBulkCreation'>).data.result;
        const known = two in newUsers || two in conflictedUsers;
        return differ(`the bot of ${one}`, conflictedUsers[one], tenant) ?? (known ? undefined : `${two} is not in it`);
      }),
      get('the user after the bulk creation', 'Delhi', { id: 'YE-2', user: { firstName: 'Asha', city: 'Pune' } }),
      toStep('listUsers', 'at most one of these users', ask('GET', 'user?limit=1'), {
        judge: ({ body }) => findExcess((body as Ok<'listUsers'>).data.data),
      }),
      bulk('UPDATE_EXISTING', [{ userId: one, city: 'Agra' }], update),
      finished('the result of UPDATE_EXISTING', undefined),
      get('the user after UPDATE_EXISTING', 'Agra'),
      bulk(
        'the same user twice',
        ['Goa', 'Surat'].map((city) => ({ userId: one, city })),
        update,
      ),
      finished('the result of the same user twice', undefined),
      get('the user after two records', 'Surat'),
      bulk('RETAIN_IMPORTED', [{ userId: one, city: 'Kochi' }], retain),
      finished('the result of RETAIN_IMPORTED', undefined),
      get('the user after RETAIN_IMPORTED', 'Surat', { id: 'YE-1', user: { firstName: undefined, city: 'Kochi' } }),
    ],
  };
}

function toRefusedStory({ id }: Account, ask: Requests): Story {
  const userId = id('3');
  const users = [{ userId }, { userId: id('2'), email: 'nobody' }];
  return {
    isChain: true,
    steps: [
      toStep('bulkCreateUsers', 'one of two records is invalid', ask('POST', 'user/create-bulk', { users }), {
        expected: [400],
        question: skipping,
        judge: ({ body }) =>
          (body as components['schemas']['ErrorBody']).error.includes('Row [1]')
            ? undefined
            : 'the error names no Row [1]',
      }),
      toStep('getUser', 'the valid user of a refused bulk creation', ask('GET', `user/${userId}`), {
        expected: [404],
      }),
      toStep('getBulkCreation', 'an unknown bulk creation', ask('GET', `user/create-bulk?id=${'0'.repeat(21)}`), {
        expected: [400],
        question: { id: 'YE-13', status: 404 },
      }),
    ],
  };
}

function toEventStory({ id }: Account, ask: Requests): Story {
  const userId = id('1');
  const event = { userId, eventName: 'vf-mock contract', source: 'vf-mock', payload: { total: 499 } };
  const list = (name: string, query: string, judge: (ids: readonly string[], created: string) => string | undefined) =>
    toStep('listEvents', name, ask('GET', `event?userId=${userId}${query}`), {
      judge: ({ body }, before) => {
        const ids = (body as Ok<'listEvents'>).data.map((item) => item.id);
        return judge(ids, (before[0]?.body as Ok<'createEvent'>).data.id);
      },
    });
  return {
    isChain: true,
    steps: [
      toStep('createEvent', 'an event', ask('POST', 'event', event)),
      list('the events of its user', '', (ids, created) =>
        ids.includes(created) ? undefined : 'the event that was created is not among them',
      ),
      list('the events of another name', '&eventName=other', (ids, created) =>
        ids.includes(created) ? 'the event that was created is among them' : undefined,
      ),
      toStep('createEvent', 'a second event', ask('POST', 'event', event)),
      list('at most one event', '&limit=1', findExcess),
    ],
  };
}

function findExcess(list: readonly unknown[]): string | undefined {
  return list.length > 1 ? `the list has ${list.length} items instead of 1` : undefined;
}

function toRequests({ credentials, tenant }: Account): Requests {
  return (method, path, body) => ({
    method,
    path: `/cdp/api/v1/${path}${path.includes('?') ? '&' : '?'}bot=${encodeURIComponent(tenant)}`,
    headers: { ...credentials, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

function toCreationId(answer: JudgedResponse | undefined): string {
  return (answer?.body as Ok<'bulkCreateUsers'>).data;
}
