// Loaded into the server by `node --expose-gc --import`. On request it reports the resources of the process.
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { queryObjects } from 'node:v8';

const { AbortController, AbortSignal } = globalThis;
const counted = { Socket, IncomingMessage, ServerResponse, AbortController, AbortSignal };
const emitters = new Map([['process', process]]);
subscribe('http.server.request.start', ({ server }) => emitters.set('server', server));

process.on('message', async () => {
  // Objects that a finalizer releases can be collected one turn later.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({
    heap: heapUsed + external,
    rss,
    resources: process.getActiveResourcesInfo().sort(),
    listeners: Object.fromEntries([...emitters].map(([name, emitter]) => [name, countListeners(emitter)])),
    objects: Object.fromEntries(Object.entries(counted).map(([name, one]) => [name, queryObjects(one)])),
  });
});
// The channel must not keep a stopping server alive.
process.channel.unref();

function countListeners(emitter) {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
}
