import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { send, type SendResult, type SendOptions, type ReceivedResponse } from './send.ts';

/**
 * Stands between Prism and a server, and remembers what that really said: Prism answers by itself where it is told 501,
 * follows redirects with the key, and lets headers of an answer take the place of its own.
 */
export interface Relay {
  readonly url: string;
  /** What the server said to the request that was marked with this, once. */
  take(mark: string): SendResult | undefined;
  close(): Promise<void>;
}

/** The header that marks a request. It goes no further than to here. */
export const markHeader = 'x-vf-mock-mark';

/** Headers that are about one connection, or that Prism would act on. */
const hopHeaders =
  /^(connection|keep-alive|host|content-length|content-encoding|transfer-encoding|accept-encoding|expect)$/i;
const droppedAnswerHeaders = /^(sl-violations|location)$/i;
/** In no document, as 501 is in none; but on that one Prism makes an answer of its own. */
const notImplemented = { given: 501, told: 599 };

/** Starts a relay to a base URL on a free port of this machine. */
export async function startRelay(upstream: string, patience: SendOptions): Promise<Relay> {
  const heard = new Map<string, SendResult>();
  const server = createServer((request, response) => {
    void forwardRequest(request, upstream, patience)
      .then((answer) => {
        const { [markHeader]: mark = '' } = request.headers;
        heard.set(String(mark), answer);
        if ('broken' in answer) response.destroy();
        else write(answer, response);
      })
      // Over a header that Node reads but does not write.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take(mark): SendResult | undefined {
      const answer = heard.get(mark);
      heard.delete(mark);
      return answer;
    },
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The status that Prism is told instead of one. */
export function toTold(status: number): number {
  return status === notImplemented.given ? notImplemented.told : status;
}

async function forwardRequest(request: IncomingMessage, upstream: string, patience: SendOptions): Promise<SendResult> {
  try {
    const body = await text(request);
    const headers = Object.entries(request.headers).filter(([name]) => !hopHeaders.test(name) && name !== markHeader);
    const { method = 'GET', url = '/' } = request;
    return await send(
      upstream,
      {
        method,
        path: url,
        headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
        ...(body !== '' && { body }),
      },
      patience,
    );
  } catch (error) {
    return { broken: `no answer: ${(error as Error).message}` };
  }
}

function write({ status, headers, text: body }: ReceivedResponse, response: ServerResponse): void {
  const passed = [...headers].filter(([name]) => !hopHeaders.test(name) && !droppedAnswerHeaders.test(name));
  response.writeHead(toTold(status), Object.fromEntries(passed)).end(body);
}
