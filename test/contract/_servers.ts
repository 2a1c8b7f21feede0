import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { serve } from 'vf-mock/express';
import type { ContractReport } from '../../src/contract/contract.ts';
import { startPrism, toDocumentPath } from '../../src/contract/prism.ts';
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

export async function openPrism(api: ApiName): Promise<string> {
  const prism = await startPrism({ document: toDocumentPath(api) });
  onTestFinished(async () => prism.close());
  return prism.url;
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
