import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import express, { type RequestHandler } from 'express';
import { expect, onTestFinished } from 'vitest';
import { router, serve, type RunningServer } from 'vf-mock/express';
import { createMock, type Mock, type MockOptions } from 'vf-mock';
import { key } from './_setup.ts';

/** A server that listens at a URL. */
export interface Reachable {
  readonly url: string;
}

/** A mock with a server of its own. */
export async function start(options?: MockOptions): Promise<{ mock: Mock; server: RunningServer }> {
  const mock = createMock({ clock: 'manual', ...options });
  const server = await serve(mock);
  onTestFinished(async () => server.close());
  return { mock, server };
}

/** A mock in an Express app, behind a middleware. */
export async function startBehind(mock: Mock, middleware: RequestHandler): Promise<Reachable> {
  const server = createServer(express().disable('x-powered-by').use(middleware, router(mock)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    server.close().closeAllConnections();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The bytes of a request. By default it is the last request of its connection. */
export function toRequest(method: string, path: string, body = '', connection = 'close'): string {
  return toHead(method, path, connection, `Content-Length: ${Buffer.byteLength(body)}`) + body;
}

/** The bytes of a request before its body. A header announces the length of the body. */
export function toHead(method: string, path: string, connection: string, length: string): string {
  const fields = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${key}`,
    'X-Api-Key: secret',
    'Content-Type: application/json',
    `Connection: ${connection}`,
    length,
  ];
  return `${fields.join('\r\n')}\r\n\r\n`;
}

/** A request without its body. The server answers it with `100 Continue`. */
export function toStart(request: string): string {
  return request.slice(0, request.indexOf('{')).replace('Host:', 'Expect: 100-continue\r\nHost:');
}

/** Opens a connection. A reset by the server ends it without an error. */
export function open({ url }: Reachable): Socket {
  return connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
}

/** Sends bytes, and returns everything that arrives before the connection closes. */
export async function exchange(server: Reachable, bytes: string): Promise<string> {
  const socket = open(server);
  socket.write(bytes, 'latin1');
  return readAll(socket);
}

/** Everything that arrives before the connection closes. It must not contain a stack or allow other origins. */
export async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (bytes) => (text += String(bytes)));
  await toClose(socket);
  expect(text).not.toMatch(/x-powered-by|access-control-|\.[jt]s:\d|<html/i);
  return text;
}

/** Waits until a connection is closed. */
export async function toClose(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise<void>((done) => socket.once('close', () => done()));
}
