import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mock } from '../mock/mock.ts';
import { limitConnections } from './idle-connections.ts';
import { measureLag } from './measure-lag.ts';
import { router, type Router, type Served } from './router.ts';
import { toPrefix, type ServerOptions } from './server-options.ts';
import { createMockServer } from './server.ts';

export { router, type Router, type Served, type ServerOptions };

/** A server that accepts requests. */
export interface RunningServer {
  /** Base URL of both APIs, such as `http://127.0.0.1:4010`, with the base path. */
  readonly url: string;
  /** Stops the server. Requests under way get half a second to end, then their connections are closed. */
  close(): Promise<void>;
}

/**
 * Serves a mock over HTTP. Measures the lag of this machine, which verdicts on waits take into account.
 *
 * @throws If the host is empty, or the base path is none. Also the errors of Node's `listen`, such as EADDRINUSE.
 * @example const server = await serve(createMock()); await fetch(`${server.url}/api/v1/users`)
 */
export async function serve(
  mock: Served & Pick<Mock, 'lag' | 'options' | 'journal'>,
  { port = 0, host = '127.0.0.1', basePath = '' }: ServerOptions = {},
): Promise<RunningServer> {
  if (host === '') throw new Error('Failed to listen: the host is empty. Use 127.0.0.1, or 0.0.0.0 for all addresses.');
  const prefix = toPrefix(basePath);
  const server = createMockServer(mock, { serverHost: host, basePath: prefix });
  limitConnections(server, mock.journal);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const lagMeasurement = measureLag(mock);
  return {
    url: toUrl(server) + prefix,
    async close(): Promise<void> {
      lagMeasurement.end();
      await close(server);
    },
  };
}

function toUrl(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(server: Server): Promise<void> {
  const deadline = setTimeout(() => server.closeAllConnections(), 500);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(deadline);
}
