import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { serve } from 'vf-mock/express';
import type { ContractReport } from '../../src/contract/contract.ts';
import { createAccount } from '../../src/contract/account.ts';
import { toStories } from '../../src/contract/contract.ts';
import { startPrism, toDocumentPath } from '../../src/contract/prism.ts';
import { send, type ContractRequest } from '../../src/contract/send.ts';
import { createMock, type ApiName, type Mock, type MockOptions } from 'vf-mock';
import { folderOf, run } from '../_cli.ts';

export type { ContractReport };

export async function open(options: MockOptions = {}): Promise<{ url: string; mock: Mock }> {
  const mock = createMock({ clock: 'manual', ...options });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  return { url: server.url, mock };
}

/** Lets a mock answer. */
export async function pass(request: IncomingMessage, response: ServerResponse, mock: Mock): Promise<void> {
  const { method = '', url = '', headers } = request;
  const outcome = await mock.handle({ method, url, headers, body: await text(request) });
  if ('pieces' in outcome || !('status' in outcome)) throw new Error('There is no fault.');
  response.writeHead(outcome.status, { ...outcome.headers }).end(outcome.body);
}

/** Starts Prism as a mock, with a document of the package. */
export async function openPrism(document: string): Promise<string> {
  const prism = await startPrism({ document: toDocumentPath(document) });
  onTestFinished(async () => prism.close());
  return prism.url;
}

/** The requests of the contract cases whose answer does not depend on earlier requests. */
export function findStateless(api: ApiName): { name: string; request: ContractRequest }[] {
  return toStories(api, createAccount(api, {}, true))
    .filter(({ isChain }) => !isChain)
    .flatMap(({ steps }) => steps)
    .filter(({ expected }) => !expected.every((status) => status === 404))
    .map(({ operation, name, request }) => ({ name: `${operation} ${name}`, request: request([]) }));
}

/** Sends a request, and returns the status. */
export async function sendStep(url: string, request: ContractRequest): Promise<number> {
  const sent = await send(url, request, { timeout: 10_000 });
  if ('broken' in sent) throw new Error(sent.broken);
  return sent.status;
}

export async function openServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function check(
  api: ApiName,
  url: string,
  ...args: readonly string[]
): Promise<{ code: number | null; report: ContractReport }> {
  const { code, stderr } = await run(
    'contract',
    '--api',
    api,
    '--upstream',
    url,
    '--report',
    'json=check.json',
    ...args,
  ).ended;
  expect(stderr).toBe('');
  return { code, report: JSON.parse(await readFile(join(folderOf(), 'check.json'), 'utf8')) as ContractReport };
}

export function find({ cases }: ContractReport, operation: string, name: string): ContractReport['cases'][number] {
  const found = cases.find((one) => one.operation === operation && one.name === name);
  if (found === undefined) throw new Error(`There is no case ${operation} ${name}.`);
  return found;
}
