import { expect, test } from 'vitest';
import type { Fault, Mock, RecordCounts, Reconciliation } from 'vf-mock';
import { certify, type Task } from 'vf-mock/certify';
import { run } from './_cli.ts';
import { faultKinds } from './_operations.ts';
import { key } from './_setup.ts';

type Applied = NonNullable<Fault['applied']>;
type Counts = Partial<RecordCounts>;

/** The faults after which a client has no success. Each is tried with all that it may do before it fails. */
const failures: Readonly<Record<string, (applied: Applied) => Fault>> = {
  status: (applied) => ({ status: 503, applied }),
  reset: (applied) => ({ kind: 'reset', applied }),
  hang: (applied) => ({ kind: 'hang', applied }),
  truncate: (applied) => ({ kind: 'truncate', applied }),
  garbage: (applied) => ({ kind: 'garbage', status: 200, applied }),
};
const delays: Readonly<Record<string, Fault>> = {
  delay: { kind: 'delay', ms: 5 },
  slow: { kind: 'slow', ms: 5 },
};
/** Two valid records and two invalid ones, one of which has no id. */
const users = [
  { external_user_id: 'a' },
  { external_user_id: '' },
  { external_user_id: 'c' },
  { external_user_id: 'd', email: 'broken' },
];
const rows = [{ userId: 'a' }, { userId: 'b', email: 'broken' }, { userId: 'c' }];
const events = ['x', 'y'].map((name) => ({ external_user_id: 'a', name, properties: {} }));

interface Story {
  readonly mock: Mock;
  vibefollow(path: string, body: object): Promise<void>;
  yellow(method: string, path: string, body?: object): Promise<void>;
}

type Row = readonly [name: string, faults: readonly Fault[], story: (story: Story) => Promise<unknown>, counts: Counts];

const stored = { sent: 4, stored: 2, rejected: 2 };
const afterFailure = new Map<Applied, Counts>([
  [false, { sent: 4, lost: 4 }],
  [true, { sent: 4, inDoubt: 2, lost: 2 }],
  [1, { sent: 4, inDoubt: 1, lost: 3 }],
]);
const afterEvents = new Map<Applied, Counts>([
  [false, { sent: 2, lost: 2 }],
  [true, { sent: 2, inDoubt: 2 }],
  [1, { sent: 2, inDoubt: 1, lost: 1 }],
]);

const once: Row[] = Object.entries(failures).flatMap(([name, toFault]) =>
  [...afterFailure].map(([applied, counts]): Row => {
    return [
      `${name}, applied: ${applied}`,
      [toFault(applied)],
      async ({ vibefollow }) => vibefollow('/users/bulk', { users }),
      counts,
    ];
  }),
);
const twice = once.map(([name, faults, story]): Row => [
  `${name}, and sent again`,
  faults,
  async (one) => story(one).then(async () => story(one)),
  stored,
]);
const ofEvents = Object.entries(failures).flatMap(([name, toFault]) =>
  [...afterEvents].flatMap(([applied, counts]): Row[] => {
    const send = async ({ vibefollow }: Story): Promise<void> => vibefollow('/events/bulk', { events });
    const again: Row['2'] = async (story) => send(story).then(async () => send(story));
    return [
      [`events, ${name}, applied: ${applied}`, [toFault(applied)], send, counts],
      [`events, ${name}, applied: ${applied}, and sent again`, [toFault(applied)], again, { sent: 2, stored: 2 }],
    ];
  }),
);
const late = Object.entries(delays).map(([name, fault]): Row => {
  return [name, [fault], async ({ vibefollow }) => vibefollow('/users/bulk', { users }), stored];
});

const others: readonly Row[] = [
  [
    'a newer value is lost',
    [{ kind: 'delay', ms: 0 }, { status: 503 }],
    async ({ vibefollow }) => {
      await vibefollow('/users', { external_user_id: 'a' });
      await vibefollow('/users', { external_user_id: 'a', email: 'a@b.co' });
    },
    { sent: 1, lost: 1 },
  ],
  [
    'the same value comes again, and only its repetition fails',
    [{ kind: 'delay', ms: 0 }, { status: 503 }],
    async ({ vibefollow }) => {
      await vibefollow('/users', { external_user_id: 'a' });
      await vibefollow('/users/bulk', { users: [{ external_user_id: 'a' }] });
    },
    { sent: 1, stored: 1 },
  ],
  [
    'a chunk over the maximum is refused',
    [],
    async ({ vibefollow }) => vibefollow('/users/bulk', { users: toUsers(1001) }),
    { sent: 1001, lost: 1001 },
  ],
  [
    'a row is refused with its chunk',
    [],
    async ({ yellow }) => yellow('POST', '/user/create-bulk', { users: rows }),
    { sent: 3, rejected: 1, lost: 2 },
  ],
  [
    'the chunk comes again without its bad row',
    [],
    async ({ yellow }) => {
      await yellow('POST', '/user/create-bulk', { users: rows });
      await yellow('POST', '/user/create-bulk', { users: [rows[0], rows[2]] });
    },
    { sent: 3, stored: 2, rejected: 1 },
  ],
  [
    'a user is deleted, and its next copy is lost',
    [{ kind: 'delay', ms: 0 }, { kind: 'delay', ms: 0 }, { status: 503 }],
    async ({ yellow }) => {
      await yellow('POST', '/user', { userId: 'a' });
      await yellow('DELETE', '/user/a');
      await yellow('POST', '/user', { userId: 'a' });
    },
    { sent: 1, lost: 1 },
  ],
  [
    'a batch of events is refused for one of them, and comes again without it',
    [],
    async ({ vibefollow }) => {
      await vibefollow('/events/batch', { events: [...events, { external_user_id: 'a', name: '', properties: {} }] });
      await vibefollow('/events/batch', { events });
    },
    { sent: 3, stored: 2, rejected: 1 },
  ],
  [
    'seeded users were not sent',
    [],
    async ({ mock }) => {
      mock.vibefollow.project(key).seed(toUsers(3));
      return Promise.resolve();
    },
    { sent: 0 },
  ],
];

test.each([...once, ...twice, ...ofEvents, ...late, ...others])(
  'all views have the same account: %s',
  async (_name, faults, story, counts) => {
    const views: Reconciliation[] = [];
    let printed = '';
    const { cases } = await certify({
      api: 'vibefollow',
      only: ['delivery/one-record'],
      async client({ mock, env }) {
        const url = env['VF_MOCK_URL'] ?? '';
        mock.faults.add(...faults.map((fault) => ({ fault, times: 1 })));
        await story(toStory(mock, env));
        views.push(mock.reconcile(), (await (await fetch(`${url}/__admin/reconciliation`)).json()) as Reconciliation);
        const explained = run('explain', '--url', url);
        await explained.ended;
        printed = explained.stdout();
        expect(await listOutcomes(url)).toEqual(mock.records().map(({ outcome }) => outcome));
      },
    });
    const [inProcess] = views;
    const none = { sent: 0, stored: 0, rejected: 0, inDoubt: 0, underWay: 0, lost: 0, unaccounted: 0 };
    expect(inProcess?.counts).toEqual({ ...none, ...counts });
    expect(views[1]).toEqual(inProcess);
    expect(readCounts(printed)).toEqual(counts.sent === 0 ? {} : counts);
    const { expected: _expected, neverSent: _neverSent, ...reported } = cases[0]?.runs[0]?.account.counts ?? {};
    expect(reported).toEqual(inProcess?.counts);
  },
);

test('the table has all kinds of faults', () => {
  expect([...Object.keys(failures), ...Object.keys(delays)].sort()).toEqual([...faultKinds].sort());
});

function toStory(mock: Mock, env: Task['env']): Story {
  const { VF_MOCK_URL: url = '', YELLOW_API_KEY: secret = '', YELLOW_BOT: bot = '' } = env;
  return {
    mock,
    vibefollow: async (path, body) =>
      send(mock, `${url}/api/v1${path}`, 'POST', { authorization: `Bearer ${key}` }, body),
    yellow: async (method, path, body) =>
      send(mock, `${url}/cdp/api/v1${path}?bot=${bot}`, method, { 'x-api-key': secret }, body),
  };
}

/** Sends a request, and waits until it is in the journal. The client gives up a request that hangs. */
async function send(
  mock: Mock,
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: object,
): Promise<void> {
  const gone = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const unsubscribe = mock.journal.subscribe(
      () => {
        unsubscribe();
        resolve();
      },
      { type: 'exchangeEnded' },
    );
  });
  const answer = fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    signal: gone.signal,
    ...(body && { body: JSON.stringify(body) }),
  }).then(async (response) => response.text());
  const [hang] = mock.faults.list().filter(({ rule }) => rule.fault.kind === 'hang');
  while (hang?.fired === 0 && mock.faults.list().some(({ id, fired }) => id === hang.id && fired === 0)) {
    await new Promise(setImmediate);
  }
  if (hang?.fired === 0) gone.abort();
  await Promise.all([answer.catch(() => undefined), ended]);
}

/** The outcomes of all records, over HTTP. */
async function listOutcomes(url: string): Promise<unknown[]> {
  const lines = (await (await fetch(`${url}/__admin/records`)).text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { outcome: unknown }).outcome);
}

/** The counts in the line that the command prints. */
function readCounts(printed: string): Counts {
  const names: Readonly<Record<string, string>> = { 'in doubt': 'inDoubt', 'under way': 'underWay' };
  const [line = ''] = printed.split('\n');
  const found = [...line.matchAll(/(\d+) (in doubt|under way|\w+)/g)];
  return Object.fromEntries(found.map(([, count, name = '']) => [names[name] ?? name, Number(count)]));
}

function toUsers(count: number): { external_user_id: string }[] {
  return Array.from({ length: count }, (_, index) => ({ external_user_id: `usr_${index}` }));
}
