import axios from 'axios';
import axiosRetry, { type IAxiosRetryConfig } from 'axios-retry';
import got, { type Got } from 'got';
import { test, type TestContext } from 'vitest';
import { Agent, type Dispatcher, fetch as undiciFetch, interceptors, request, RetryAgent } from 'undici';
import { createMock, scenarios, type Fault, type Mock, type ScenarioName } from 'vf-mock';
import { serve } from 'vf-mock/express';
import { bot, key } from './_setup.ts';

// These clients wait in real time, as they do in production.

/** Posts JSON, and returns the final status. It rejects if the client gives up with an error. */
type Post = (url: string, body: unknown, headers: Record<string, string>) => Promise<number>;

/** Each client is set up for an idempotent POST as its manual says. The waits are short. */
const clients = {
  "undici's RetryAgent": () => postThrough(new RetryAgent(new Agent(), { methods: ['POST'], minTimeout: 50 })),
  "undici's retry interceptor": () =>
    postThrough(new Agent().compose(interceptors.retry({ methods: ['POST'], minTimeout: 50 }))),
  got: () => toGotPost(got.extend({ retry: { limit: 4, methods: ['POST'], backoffLimit: 50 } })),
  'axios with axios-retry': () =>
    toAxiosPost({
      retries: 4,
      retryDelay: axiosRetry.exponentialDelay,
      retryCondition: axiosRetry.isRetryableError,
    }),
} satisfies Record<string, () => Post>;

const survived = [
  'rate-limited',
  'flaky',
  'recovering-outage',
  'lost-answers',
  'gateway-pages',
  'retry-after-date',
] as const satisfies readonly ScenarioName[];

const runs = Object.entries(clients).flatMap(([name, toClient]) =>
  survived.map((scenario) => [name, scenario, toClient] as const),
);

test.concurrent.for(runs)(
  '%s gets 300 VibeFollow users through %s, each stored once',
  async ([, scenario, toClient], context) => {
    const { expect } = context;
    const { mock, url } = await start(context, scenario);
    const post = toClient();
    const users = Array.from({ length: 300 }, (_, index) => ({ external_user_id: `usr_${index}` }));

    const statuses = await Promise.all(
      toChunks(users, 20).map(async (chunk, index) =>
        post(`${url}/api/v1/users/bulk`, { users: chunk }, toHeaders(index)),
      ),
    );

    expect(new Set(statuses)).toEqual(new Set([200]));
    const stored = mock.vibefollow.project(key).users();
    expect(stored.map(({ external_user_id }) => external_user_id).sort()).toEqual(
      users.map(({ external_user_id }) => external_user_id).sort(),
    );
    // Every rule of the scenario has fired. No chunk was sent again after its success.
    expect(mock.faults.list().filter(({ fired }) => fired === 0)).toEqual([]);
    expect(mock.journal.exchanges().filter(({ status }) => status === 200)).toHaveLength(15);
  },
);

test.concurrent.for(Object.entries(clients))(
  '%s tracks 60 events through lost-answers, each stored once by its idempotency key',
  async ([, toClient], context) => {
    const { expect } = context;
    const { mock, url } = await start(context, 'lost-answers');
    const post = toClient();
    await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' }, toHeaders(0));
    const events = Array.from({ length: 60 }, (_, index) => ({ external_user_id: 'usr_1', name: `e${index}` }));

    await Promise.all(
      toChunks(events, 20).map(async (chunk, index) =>
        post(`${url}/api/v1/events/bulk`, { events: chunk }, toHeaders(index + 1)),
      ),
    );

    const stored = mock.vibefollow.project(key).events();
    expect(stored.map(({ name }) => name).sort()).toEqual(events.map(({ name }) => name).sort());
    // The first attempt was applied, but its answer was lost. The second attempt applied nothing.
    expect(mock.journal.exchanges().map(({ applied, attempt }) => [attempt, applied])).toEqual(
      expect.arrayContaining([
        [1, true],
        [2, false],
      ]),
    );
  },
);

test.concurrent.for(Object.entries(clients))(
  '%s creates 60 Yellow.ai users through lost-answers, each stored once',
  async ([, toClient], context) => {
    const { expect } = context;
    const { mock, url } = await start(context, 'lost-answers');
    const users = Array.from({ length: 60 }, (_, index) => ({ userId: `user_${index}` }));
    const post = toClient();

    await Promise.all(
      toChunks(users, 20).map(async (chunk, index) =>
        post(`${url}/cdp/api/v1/user/create-bulk?bot=${bot}`, { users: chunk }, toHeaders(index)),
      ),
    );

    const stored = mock.yellow.bot(bot).users();
    expect(stored.map(({ userId }) => userId?.value).sort()).toEqual(users.map(({ userId }) => userId).sort());
  },
);

test.concurrent.for([
  ["undici's RetryAgent", clients["undici's RetryAgent"], 6],
  ['got', clients.got, 5],
  ['axios with axios-retry', clients['axios with axios-retry'], 5],
] as const)('%s gives up in an outage after the retries that it was given', async ([, toClient, attempts], context) => {
  const { mock, send } = await start(context, 'outage');
  await context.expect(send(toClient())).rejects.toThrow();
  context.expect(mock.journal.exchanges().map(({ status }) => status)).toEqual(Array(attempts).fill(503));
});

test.concurrent.for([
  ["undici's RetryAgent", () => postThrough(new RetryAgent(new Agent()))],
  ['got', () => toGotPost(got)],
  ['axios with axios-retry', () => toAxiosPost({})],
] as const)('%s by its defaults does not repeat a POST that is answered 429', async ([, toClient], context) => {
  const { mock, send } = await start(context, 'rate-limited');
  await context.expect(send(toClient())).rejects.toThrow();
  context.expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([429]);
});

test.concurrent("undici's fetch through a RetryAgent cannot repeat a POST: its body is a stream", async (context) => {
  const { mock, send } = await start(context, 'rate-limited');
  const dispatcher = new RetryAgent(new Agent(), { methods: ['POST'] });
  const post: Post = async (url, body, headers) =>
    (await undiciFetch(url, { method: 'POST', headers, body: JSON.stringify(body), dispatcher })).status;
  await context.expect(send(post)).rejects.toThrow('fetch failed');
  context.expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([429]);
});

test.concurrent.for([
  ["undici's RetryAgent, which asks only for the rest,", clients["undici's RetryAgent"]],
  ['axios with axios-retry, which has seen a status of success,', clients['axios with axios-retry']],
] as const)('%s does not get over an answer cut in the middle', async ([, toClient], context) => {
  const { mock, send } = await start(context, { kind: 'truncate', applied: true });
  await context.expect(send(toClient())).rejects.toThrow();
  context.expect(mock.vibefollow.project(key).userCount()).toBe(1);
});

test.concurrent('got gets over an answer cut in the middle', async (context) => {
  const { mock, send } = await start(context, { kind: 'truncate', applied: true });
  context.expect(await send(clients.got())).toBe(200);
  context.expect(mock.journal.exchanges().map(({ attempt }) => attempt)).toEqual([1, 2]);
});

test.concurrent.for(Object.entries(clients))(
  '%s takes the page of a gateway under 200 for a success, and nothing is stored',
  async ([, toClient], context) => {
    const { mock, send } = await start(context, { kind: 'garbage', status: 200 });
    context.expect(await send(toClient())).toBe(200);
    context.expect(mock.vibefollow.project(key).userCount()).toBe(0);
  },
);

interface Started {
  readonly mock: Mock;
  readonly url: string;
  /** Sends one user. */
  send(post: Post): Promise<number>;
}

/** Starts a server with a named scenario, or with a fault on every first attempt. */
async function start({ onTestFinished }: TestContext, what: ScenarioName | Fault): Promise<Started> {
  const options =
    typeof what === 'string' ? scenarios[what].options : { faults: [{ on: { attempt: 1 }, fault: what }] };
  // With this seed, every rule of every scenario fires.
  const mock = createMock({ seed: 2, ...options });
  const { url, close } = await serve(mock);
  onTestFinished(close);
  const body = { users: [{ external_user_id: 'usr_1' }] };
  return { mock, url, send: async (post) => post(`${url}/api/v1/users/bulk`, body, toHeaders(0)) };
}

function postThrough(dispatcher: Dispatcher): Post {
  return async (url, body, headers) => {
    const answer = await request(url, { method: 'POST', headers, body: JSON.stringify(body), dispatcher });
    await answer.body.text();
    return answer.statusCode;
  };
}

function toGotPost(client: Got): Post {
  return async (url, json, headers) => (await client.post(url, { json, headers })).statusCode;
}

function toAxiosPost(options: IAxiosRetryConfig): Post {
  const client = axios.create();
  axiosRetry(client, options);
  return async (url, body, headers) => (await client.post(url, body, { headers })).status;
}

/** The headers contain the idempotency key of the chunk, and a key for each API. */
function toHeaders(chunk: number): Record<string, string> {
  return {
    authorization: `Bearer ${key}`,
    'x-api-key': 'secret',
    'content-type': 'application/json',
    'idempotency-key': `00000000-0000-4000-8000-${String(chunk).padStart(12, '0')}`,
  };
}

function toChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
