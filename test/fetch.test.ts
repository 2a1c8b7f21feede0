import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { throughFetch, throughMsw, throughServer, type Call, type Observed } from './_fetch.ts';
import { bot, key } from './_setup.ts';

type Row = readonly [what: string, args: Call];

const headers = { authorization: `Bearer ${key}`, 'x-api-key': 'secret', 'content-type': 'application/json' };
const user = JSON.stringify({ external_user_id: 'ü1', userId: 'ü1' });
const post = { method: 'POST', headers, body: user };
const { 'content-type': _, ...keys } = headers;
const untyped = { method: 'POST', headers: keys };
const users = '/api/v1/users';
const list = `/cdp/api/v1/user?bot=${bot}`;

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Bytes in the middle of a buffer. */
function viewOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(`xx${text}yy`);
  return bytes.subarray(2, bytes.length - 2);
}

/** A stream that the client cannot read to its end. */
function brokenStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller): void {
      controller.error(new Error('the disk is gone'));
    },
  });
}

/** A request whose body is already read. */
function usedRequest(base: string): Request {
  const request = new Request(base + users, post);
  void request.text();
  return request;
}

const urls: readonly string[] = [
  ...['/./api/v1/users', '/x/../api/v1/users', '/x/%2e%2e/api/v1/users', '/x/%2E./api/v1/users', '/%2e/api/v1/users'],
  ...[String.raw`\api\v1\users`, `${users}#a?b#c`, `${users}?#`, `${users}?a=b c&d='e'`, `${users}\n`, `${users}\t?a`],
  ...[`${users}?ü=日本&x=%C3%BC`, `${users}?a=\ud800`, `${users}?a|b{c}^\`"<>`, `${users}?a=%zz`, `${users}?a=%ff`],
  ...['/api/v1/üsers', '/api/v1/%75sers', '/api/v1//users', '/api/v1/users/', '/api/v1/a b', '/api/v1/\ud800'],
  ...['/api/v1/a|b{}^`"<>', '/api/v1/nowhere', `/cdp/api/v1/user?bot=ü`, '/cdp/api/v1/user/ü%2F?bot=日本'],
  ...['/cdp/api/v1/user/..?bot=x', '/cdp/api/v1/user/%2e%2e/event?bot=x', '/cdp/api/v1/user/a;b=c?bot=x'],
];

const methods = ['get', 'post', 'Put', 'dElete', 'head', 'options', 'PATCH', 'OPTIONS', 'HEAD', 'QUERY'];
const wrongMethods = ['CONNECT', 'trace', 'TRACK', 'A B', '', 'GET\n', 'PÖST'];

const rows: readonly Row[] = [
  ...urls.map((url): Row => [`the URL ${JSON.stringify(url)}`, (base) => [base + url, post]]),
  ...['user:pass@', 'user@', ':pass@'].map((login): Row => [
    `a URL with ${login}`,
    (base) => [base.replace('//', `//${login}`) + users, post],
  ]),
  ['white space around the URL', (base) => [` \n${base}${users}\t `, post]],
  ['capitals in scheme and host', (base) => [`${base.toUpperCase()}${users}`, post]],
  ['a URL object', (base) => [new URL(base + users), post]],
  ['an object with toString', (base) => [{ toString: () => base + users } as unknown as string, post]],
  ['no URL', () => ['http://', post]],
  ['an unknown scheme', () => [`ftp://localhost${users}`, post]],
  ...methods.map((method): Row => [`the method ${method}`, (base) => [base + list, { method, headers }]]),
  ...wrongMethods.map((method): Row => [`the method ${JSON.stringify(method)}`, (base) => [base + list, { method }]]),
  ['no init', (base) => [base + list]],
  ['an init that is null', (base) => [base + list, null as never]],
  ['an init that is a text', (base) => [base + list, 'POST' as never]],
  ['a body without a method', (base) => [base + users, { headers, body: user }]],
  ['a body with GET', (base) => [base + users, { ...post, method: 'GET' }]],
  ['a body with HEAD', (base) => [base + users, { ...post, method: 'HEAD' }]],
  ['an empty body with GET', (base) => [base + users, { headers, body: '' }]],
  ['no body', (base) => [base + users, { method: 'POST', headers }]],
  ['a body that is null', (base) => [base + users, { method: 'POST', headers, body: null }]],
  ['an empty body', (base) => [base + users, { ...untyped, body: '' }]],
  ['a text without a type', (base) => [base + users, { ...untyped, body: user }]],
  ['a text with an empty type', (base) => [base + users, { ...post, headers: { ...keys, 'Content-Type': '' } }]],
  ['a lone surrogate in a text', (base) => [base + users, { ...post, body: '{"external_user_id":"a\ud800b"}' }]],
  [
    'a lone surrogate in a property',
    (base) => [base + users, { ...post, body: '{"external_user_id":"a","\udfff":1}' }],
  ],
  ['a byte order mark', (base) => [base + users, { ...post, body: `\ufeff${user}` }]],
  ['bytes', (base) => [base + users, { ...post, body: bytesOf(user) }]],
  ['bytes without a type', (base) => [base + users, { ...untyped, body: bytesOf(user) }]],
  ['a view with an offset', (base) => [base + users, { ...post, body: viewOf(user) }]],
  ['a DataView', (base) => [base + users, { ...post, body: new DataView(viewOf(user).slice().buffer) }]],
  ['an ArrayBuffer', (base) => [base + users, { ...post, body: bytesOf(user).buffer }]],
  ['a Blob', (base) => [base + users, { ...untyped, body: new Blob([user]) }]],
  [
    'a Blob with a type',
    (base) => [base + users, { ...untyped, body: new Blob([user], { type: 'application/json' }) }],
  ],
  ['a Blob with another type', (base) => [base + users, { ...post, body: new Blob([user], { type: 'text/csv' }) }]],
  ['URLSearchParams', (base) => [base + users, { ...untyped, body: new URLSearchParams({ a: 'ü &' }) }]],
  ['URLSearchParams with a type', (base) => [base + users, { ...post, body: new URLSearchParams({ a: 'b' }) }]],
  ['a number', (base) => [base + users, { ...post, body: 7 as unknown as string }]],
  ['an object', (base) => [base + users, { ...post, body: {} as unknown as string }]],
  ['a stream', (base) => [base + users, { ...post, body: new Blob([user]).stream(), duplex: 'half' }]],
  ['a stream without duplex', (base) => [base + users, { ...post, body: new Blob([user]).stream() }]],
  ['a stream that breaks', (base) => [base + users, { ...post, body: brokenStream(), duplex: 'half' }]],
  ['a Request', (base) => [new Request(base + users, post)]],
  ['a Request with another init', (base) => [new Request(base + users, post), { body: '{"external_user_id":"b"}' }]],
  ['a Request whose body is used', (base) => [usedRequest(base)]],
  ['a Request as init', (base) => [base + users, new Request(base + users, { method: 'PUT', headers })]],
  ['an init that inherits', (base) => [base + users, Object.create(post) as RequestInit]],
  ['a list of headers', (base) => [base + users, { ...post, headers: Object.entries(headers) }]],
  ['a header twice', (base) => [base + list, { headers: [...Object.entries(keys), ['x-api-key', 'other']] }]],
  ['headers that are null', (base) => [base + users, { ...post, headers: null as never }]],
  ['header values with blanks', (base) => [base + users, { ...post, headers: { ...headers, 'x-a': ' \t b  c ' } }]],
  ['a header value in Latin-1', (base) => [base + users, { ...post, headers: { ...headers, 'x-a': 'ü' } }]],
  ['a header value beyond Latin-1', (base) => [base + users, { ...post, headers: { ...headers, 'x-a': '日本' } }]],
  ['a header value with a line break', (base) => [base + users, { ...post, headers: { ...headers, 'x-a': 'a\nb' } }]],
  ['a header name with a blank', (base) => [base + users, { ...post, headers: { ...headers, 'x a': 'b' } }]],
  ['an aborted signal', (base) => [base + users, { ...post, signal: AbortSignal.abort(new Error('enough')) }]],
  ['an aborted signal without a reason', (base) => [base + users, { ...post, signal: AbortSignal.abort() }]],
  ['a signal that is null', (base) => [base + users, { ...post, signal: null }]],
  ['a signal that is none', (base) => [base + users, { ...post, signal: {} as AbortSignal }]],
  [
    'an aborted signal and a wrong header',
    (base) => [base + users, { headers: { 'a b': '' }, signal: AbortSignal.abort() }],
  ],
  ['a wrong mode', (base) => [base + users, { ...post, mode: 'navigate' }]],
  ['a wrong redirect', (base) => [base + users, { ...post, redirect: 'x' as never }]],
  ['another redirect', (base) => [base + users, { ...post, redirect: 'error' }]],
  ['an integrity that fails', (base) => [base + users, { ...post, integrity: 'sha256-AAAA' }]],
  ['keepalive', (base) => [base + users, { ...post, keepalive: true }]],
  ['an unknown member', (base) => [base + users, { ...post, more: 1 } as RequestInit]],
];

/** Where MSW does what its own `fetch` does, before any handler sees the request. docs/testing.md lists it. */
const byMsw = new RegExp(
  'scheme|"CONNECT"|"TRACK"|the method ""|without a method|body with (GET|HEAD)|duplex|Request as init|init that is null|inherits|mode|integrity',
);

test.each(rows)('mock.fetch, MSW and a server answer alike: %s', async (what, args) => {
  const [real, own, intercepted] = [await throughServer(args), await throughFetch(args), await throughMsw(args)];
  // Nothing comes over a network that could change it.
  if (!what.includes('integrity')) expect(own).toEqual(real);
  if (!byMsw.test(what)) expect(intercepted).toEqual({ ...real, ...('type' in real && { type: 'default' }) });
});

/** What a client changes as soon as it has called `fetch`. */
const changes: Readonly<Record<string, (base: string) => readonly [...Parameters<typeof fetch>, () => void]>> = {
  'a buffer': (base) => {
    const bytes = bytesOf(user);
    return [base + users, { ...post, body: bytes }, () => bytes.fill(0)];
  },
  'the buffer of a view': (base) => {
    const view = viewOf(user);
    return [base + users, { ...post, body: view }, () => new Uint8Array(view.buffer).fill(0)];
  },
  'parameters that are the body': (base) => {
    const body = new URLSearchParams({ a: 'b' });
    return [base + users, { ...untyped, body }, () => body.set('a', 'c')];
  },
  headers: (base) => {
    const given = new Headers(headers);
    return [base + users, { ...post, headers: given }, () => given.delete('authorization')];
  },
  'plain headers': (base) => {
    const given: Record<string, string> = { ...headers };
    return [base + users, { ...post, headers: given }, () => (given['authorization'] = '')];
  },
  'a URL': (base) => {
    const url = new URL(base + users);
    return [url, post, () => (url.pathname = '/')];
  },
  init: (base) => {
    const init = { ...post };
    return [base + users, init, () => (init.body = '')];
  },
};

test.each(Object.entries(changes))('a later change of %s changes nothing', async (_what, args) => {
  const run = async (through: (call: Call) => Promise<Observed>): Promise<Observed> =>
    through((base) => {
      const [input, init, change] = args(base);
      queueMicrotask(change);
      return [input, init];
    });
  const real = await run(throughServer);
  expect(await run(throughFetch)).toEqual(real);
  expect(await run(throughMsw)).toMatchObject({ status: real['status'], got: real['got'] });
});

test('a form is sent with its boundary', async () => {
  const args: Call = (base) => {
    const body = new FormData();
    body.set('a', 'b');
    return [base + users, { ...untyped, body }];
  };
  for (const through of [throughFetch, throughMsw, throughServer]) {
    const { got } = await through(args);
    expect(got).toMatchObject([
      { status: 400, headers: { 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) as string } },
    ]);
  }
});

test('a client that gives up ends its upload, however long it would be', async () => {
  const mock = createMock();
  const client = new AbortController();
  const reason = new Error('enough');
  let pieces = 0;
  const cancelled = new Promise((resolve) => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller): void {
        pieces += 1;
        if (pieces === 3) client.abort(reason);
        else if (pieces < 9) controller.enqueue(bytesOf(' '));
      },
      cancel: resolve,
    });
    const init: RequestInit = { ...post, body, duplex: 'half', signal: client.signal };
    void expect(mock.fetch(users, init)).rejects.toBe(reason);
  });
  expect(await cancelled).toBe(reason);
  expect(mock.journal.exchanges()).toEqual([]);
});

test('a client may use the memory of a piece for the next one', async () => {
  const memory = bytesOf(user.slice(0, -1));
  let pieces = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller): void {
        pieces += 1;
        if (pieces === 1) {
          controller.enqueue(memory);
        } else {
          memory.fill(0x20);
          controller.enqueue(bytesOf('}'));
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  expect((await createMock().fetch(users, { ...post, body, duplex: 'half' })).status).toBe(202);
});

test('a URL without a host is a path of the mock', async () => {
  const mock = createMock();
  for (const url of ['/api/v1/users', 'api/v1/users', '/x/../api/v1/users']) {
    expect((await mock.fetch(url, post)).url).toBe('http://localhost/api/v1/users');
  }
});
