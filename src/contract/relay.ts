import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { send, type SendResult, type SendOptions, type ReceivedResponse } from './send.ts';

/**
 * Forwards requests from Prism to a server, and keeps the original answers. Prism itself would replace a 501, follow
 * redirects with the key, and let headers of an answer override its own headers.
 */
export interface Relay {
  readonly url: string;
  /** Returns the answer to the request with this mark, and forgets it. */
  take(mark: string): SendResult | undefined;
  close(): Promise<void>;
}

/** The header that marks a request. The relay does not forward it. */
export const markHeader = 'x-vf-mock-mark';

/** Headers of a single connection. */
const hopHeaders = /^(connection|keep-alive|host|content-length|transfer-encoding|accept-encoding|expect)$/i;
/** `fetch` has decoded the body of the answer. */
const droppedAnswerHeaders = /^(sl-violations|location|content-encoding)$/i;
/** Prism replaces a 501 by its own answer. So it gets 599, which no document has either. */
const notImplemented = { upstream: 501, prism: 599 };

/** Starts a relay to a base URL on a free port of this machine. */
export async function startRelay(upstream: string, options: SendOptions): Promise<Relay> {
  const answers = new Map<string, SendResult>();
  const server = createServer((request, response) => {
    void forwardRequest(request, upstream, options)
      .then((answer) => {
        const { [markHeader]: mark = '' } = request.headers;
        answers.set(String(mark), answer);
        if ('broken' in answer) response.destroy();
        else write(answer, response);
      })
      // Node can read some headers that it cannot write.
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take(mark): SendResult | undefined {
      const answer = answers.get(mark);
      answers.delete(mark);
      return answer;
    },
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The status that Prism gets for a status of the server. */
export function toPrismStatus(status: number): number {
  return status === notImplemented.upstream ? notImplemented.prism : status;
}

async function forwardRequest(request: IncomingMessage, upstream: string, options: SendOptions): Promise<SendResult> {
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
      options,
    );
  } catch (error) {
    return { broken: `no answer: ${(error as Error).message}` };
  }
}

function write({ status, headers, text: body }: ReceivedResponse, response: ServerResponse): void {
  const passed = [...headers].filter(([name]) => !hopHeaders.test(name) && !droppedAnswerHeaders.test(name));
  response.writeHead(toPrismStatus(status), Object.fromEntries(passed)).end(body);
}
