import { text } from 'node:stream/consumers';
import { createMock, type Mock } from 'vf-mock';
import { openServer } from './_servers.ts';

/** A request as a broken server sees it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON. */
  readonly body: unknown;
}

/** What a server does wrong. All else is right. */
export interface Break {
  /** The request that a right server would get. */
  readonly takes?: (request: Seen) => Seen;
  /** The answer that the client gets in place of the right one. */
  readonly answers?: (answer: Answer, request: Seen) => Answer;
}

/** The breaks that a case finds: what the server does, a part of the finding, and how. */
export type Rows = readonly (readonly [it: string, finding: string, way: Break])[];

/** A server that is right, and can be broken in one way at a time. Each time it starts empty. */
export async function openBreakable(): Promise<{ url: string; breakBy(way: Break): void }> {
  let [mock, way]: [Mock, Break] = [createMock({ clock: 'manual' }), {}];
  const url = await openServer((request, response) => {
    void (async (): Promise<void> => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const seen = { path: pathname, query: Object.fromEntries(searchParams), headers, method: request.method ?? '' };
      const { status, headers: sent, body } = await answer({ ...seen, body: toBody(await text(request)) }, mock, way);
      response.writeHead(status, { ...sent }).end(JSON.stringify(body));
    })();
  });
  return {
    url,
    breakBy(other): void {
      [mock, way] = [createMock({ clock: 'manual' }), other];
    },
  };
}

async function answer(request: Seen, mock: Mock, { takes, answers }: Break): Promise<Answer> {
  const { method, path, query, headers, body } = takes?.(request) ?? request;
  const url = `${path}?${new URLSearchParams(query).toString()}`;
  const outcome = await mock.handle({
    method,
    url,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if ('pieces' in outcome || !('status' in outcome)) throw new Error('There is no fault.');
  const { status, headers: sent, body: right } = outcome;
  // The body may get another length.
  const answered = { status, headers: { 'Content-Type': sent['Content-Type'] ?? '' }, body: toBody(right) };
  return answers?.(answered, request) ?? answered;
}

function toBody(written: string): unknown {
  return written === '' ? undefined : JSON.parse(written);
}

/** Changes a part of a value. Dots separate the names of its path, and `*` stands for all names. */
export function put(value: unknown, path: string, to: (part: unknown) => unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  const toPart = (part: unknown): unknown => (rest.length === 0 ? to(part) : put(part, rest.join('.'), to));
  if (Array.isArray(value)) return value.map((part) => toPart(part));
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  const names = name === '*' ? Object.keys(record) : [name];
  return { ...record, ...Object.fromEntries(names.map((one) => [one, toPart(record[one])])) };
}

/** The server changes a part of each answer with a status. */
export function change(status: number, path: string, to: (part: unknown) => unknown): Break {
  return { answers: (given) => (given.status === status ? { ...given, body: put(given.body, path, to) } : given) };
}

/** The server leaves a part out of each answer with a status. */
export function leaveOut(status: number, path: string): Break {
  return change(status, path, () => undefined);
}

/** The server answers another status, to one method or to all. */
export function restate(from: number, status: number, body?: object, method?: string): Break {
  return {
    answers: (given, request) =>
      given.status === from && (method ?? request.method) === request.method
        ? { ...given, status, body: body ?? given.body }
        : given,
  };
}

/** The server reads a part of the body as something else. */
export function read(path: string, to: (part: unknown) => unknown): Break {
  return {
    takes: (request) => (request.body === undefined ? request : { ...request, body: put(request.body, path, to) }),
  };
}

/** The server does not look at a part of the body, a header or a parameter, and takes a right one in its place. */
export function overlook(place: 'body' | 'headers' | 'query', name: string, right?: unknown): Break {
  if (place === 'body') return read(name, () => right);
  return {
    takes: (request) => {
      const { [name]: _, ...others } = request[place];
      return { ...request, [place]: right === undefined ? others : { ...others, [name]: right } };
    },
  };
}

/** The server is broken only for some requests. */
export function when(is: (request: Seen) => boolean, { takes, answers }: Break): Break {
  return {
    takes: (request) => (takes && is(request) ? takes(request) : request),
    answers: (given, request) => (answers && is(request) ? answers(given, request) : given),
  };
}
