import { onTestFinished } from 'vitest';
import { serve } from 'vf-mock/express';
import { createMock, type Mock, type MockOptions, type MockRequest } from 'vf-mock';
import { exchange, type Reachable } from './_server.ts';

export const named = { allowedHosts: ['mock', 'Mock.Test.', '192.168.7.7', '[2001:db8::1]'] };

/** Sends a reset with these header lines, as they are. Returns the status line, the headers and the body. */
export async function reset(server: Reachable, ...lines: string[]): Promise<string> {
  const head = ['POST /__admin/reset HTTP/1.1', 'Content-Type: text/plain', ...lines, 'Content-Length: 0'];
  return exchange(server, `${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n`);
}

/** A mock whose server listens on a host, and holds a fault rule that a reset removes. */
export async function guard(options: MockOptions = {}, host?: string): Promise<{ mock: Mock; server: Reachable }> {
  const mock = createMock(options);
  mock.faults.add({ on: { attempt: 9 }, fault: { status: 503 } });
  const server = await serve(mock, host === undefined ? {} : { host });
  onTestFinished(async () => server.close());
  return { mock, server };
}

/** A request for the options, from this address. */
export function from(remoteAddress: string, headers: MockRequest['headers'] = { host: 'localhost' }): MockRequest {
  return { method: 'GET', url: '/__admin/options', headers, remoteAddress };
}
