import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Journal } from '../journal/journal.ts';
import { findConnectionLimit, keepAliveTimeout } from './connection-limit.ts';

type Closures = Pick<Journal, 'countClosed'>;

/**
 * Closes connections that have been idle for twice the announced time. Where connections run short, closes those that
 * have been idle longest. A connection is idle if no byte of a request has arrived since the last answer.
 */
export function limitConnections(server: Server, journal: Closures, limit: number = findConnectionLimit()): void {
  /** All connections, with the number of their requests under way. */
  const underWay = new Map<Socket, number>();
  /** The longest idle first, with the bytes that were read of each before. */
  const idle = new Map<Socket, { readonly bytesRead: number; isAnnouncedTimeOver: boolean }>();
  const isIdle = (socket: Socket): boolean => idle.get(socket)?.bytesRead === socket.bytesRead;

  function rest(socket: Socket, bytesRead: number): void {
    if (underWay.get(socket) === 0 && !idle.has(socket)) idle.set(socket, { bytesRead, isAnnouncedTimeOver: false });
  }

  function forget(socket: Socket): void {
    for (const map of [underWay, idle]) map.delete(socket);
  }

  function close(socket: Socket): void {
    forget(socket.destroy());
    journal.countClosed();
  }

  function begin({ socket }: IncomingMessage, response: ServerResponse): void {
    const change = (by: number): unknown =>
      underWay.has(socket) && underWay.set(socket, (underWay.get(socket) ?? 0) + by);
    idle.delete(socket);
    change(1);
    response.once('close', () => {
      change(-1);
      rest(socket, socket.bytesRead);
    });
  }

  server.on('request', begin).on('checkContinue', begin);
  server.on('connection', (socket) => {
    underWay.set(
      socket.once('close', () => forget(socket)),
      0,
    );
    // Of a burst that is accepted at once, the requests have not been read yet. So the latest has to go.
    if (underWay.size > limit) close([...idle.keys()].find(isIdle) ?? socket);
    setImmediate(() => setImmediate(() => rest(socket, 0)));
  });
  server.on('timeout', (socket: Socket) => {
    const state = idle.get(socket);
    if (state?.isAnnouncedTimeOver === true && isIdle(socket)) close(socket);
    if (state !== undefined) state.isAnnouncedTimeOver = true;
    socket.setTimeout(keepAliveTimeout);
  });
}
