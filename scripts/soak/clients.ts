// Clients that send the next request as soon as they have an answer. Some do not wait for their answer.
import { Agent, request as open, type ClientRequest, type IncomingMessage } from 'node:http';
import { choose, nextRequest, type SoakRequest } from './requests.ts';

/** The behaviour of a client: wait up to `patience`, or leave in the middle of a request. */
type Manner = 'wait' | 'leave in the request' | 'leave before the answer' | 'leave in the answer';

export interface Clients {
  /** The number of requests for each result, such as `200` or `left`. */
  readonly ends: ReadonlyMap<string, number>;
  count(): number;
  /** Sends for a number of milliseconds. Resolves when all clients have left. */
  run(ms: number): Promise<void>;
  /** Sends a request and returns its JSON. The answer must be a 200. */
  ask(request: SoakRequest): Promise<unknown>;
}

const atOnce = 16;
/** Milliseconds after which a client gives up. */
const patience = 500;

const manners: readonly (readonly [number, Manner])[] = [
  [94, 'wait'],
  [2, 'leave in the request'],
  [2, 'leave before the answer'],
  [2, 'leave in the answer'],
];

export function createClients(url: string): Clients {
  const ends = new Map<string, number>();
  let count = 0;

  async function work(agents: readonly Agent[], until: number): Promise<void> {
    while (performance.now() < until) {
      const agent = choose(agents.map((one, at) => [at === 0 ? 9 : 1, one] as const));
      const { end } = await send(url, nextRequest(), agent, choose(manners));
      count += 1;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  }

  return {
    ends,
    count: () => count,
    async run(ms): Promise<void> {
      // Most clients keep their connections. Some open a new one each time.
      const agents = [new Agent({ keepAlive: true }), new Agent()];
      const until = performance.now() + ms;
      await Promise.all(Array.from({ length: atOnce }, async () => work(agents, until)));
      for (const agent of agents) agent.destroy();
    },
    async ask(request): Promise<unknown> {
      const { end, text } = await send(url, request, new Agent(), 'wait', 60_000);
      if (end !== '200') throw new Error(`${request.method} ${request.path} ended with ${end}: ${text}`);
      return JSON.parse(text);
    },
  };
}

async function send(
  url: string,
  { method, path, headers, body, chunked = false }: SoakRequest,
  agent: Agent,
  manner: Manner,
  timeout = patience,
): Promise<{ end: string; text: string }> {
  const request = open(url + path, {
    method,
    headers: { ...headers, ...(!chunked && { 'Content-Length': Buffer.byteLength(body) }) },
    agent,
  });
  const timer = setTimeout(() => request.destroy(new Error('gave up')), timeout);
  try {
    leave(request, chunked ? writePieces(request, body) : body, manner);
    return await receive(request, manner);
  } catch (error) {
    return { end: error instanceof Error ? error.message : String(error), text: '' };
  } finally {
    clearTimeout(timer);
  }
}

/** Writes all but the last piece of a body, and returns the last one. */
function writePieces(request: ClientRequest, body: string): string {
  const size = Math.ceil(body.length / 50);
  let at = 0;
  for (; at + size < body.length; at += size) request.write(body.slice(at, at + size));
  return body.slice(at);
}

function leave(request: ClientRequest, body: string, manner: Manner): void {
  const left = new Error(`left: ${manner}`);
  if (manner === 'leave in the request')
    request.write(body.slice(0, body.length / 2) || ' ', () => request.destroy(left));
  else if (manner === 'leave before the answer') request.end(body, () => request.destroy(left));
  else request.end(body);
}

async function receive(request: ClientRequest, manner: Manner): Promise<{ end: string; text: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  let text = '';
  for await (const part of response.setEncoding('utf8')) {
    text += String(part);
    if (manner === 'leave in the answer') break;
  }
  return { end: String(response.statusCode), text };
}
