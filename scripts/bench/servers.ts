// The measured servers. Each is a separate process.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { close, watch } from './children.ts';
import { open, sendInTurn } from './load.ts';
import type { Api } from './programs/wire.ts';
import type { Project } from './project.ts';

export interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  close(): Promise<void>;
}

/** Starts a server by its name in the table, and waits for its first answer. */
export async function startServer(project: Project, name: string, api: Api, request: Buffer): Promise<Server> {
  const port = await findPort();
  // The output goes to a file, as for a server in the background.
  const log = openSync(join(project.folder, `${port}.log`), 'w');
  const args = toArgs(project, name, api, String(port));
  const child = watch(spawn(process.execPath, args, { stdio: ['ignore', log, 'inherit'] }));
  closeSync(log);
  await waitForAnswer(child, port, request);
  return { port, child, close: async () => close(child) };
}

/** vf-mock as users start it. With `armed` it has faults that never fire. */
function toArgs(project: Project, name: string, api: Api, port: string): string[] {
  const ours = [project.bin('vf-mock', 'vf-mock'), '--port', port];
  const armed = [...ours, '--config', project.config];
  const prism = [project.bin('@stoplight/prism-cli', 'prism'), 'mock', project.document(api), '--port', port];
  const known: Readonly<Record<string, string[]>> = {
    'vf-mock': armed,
    'vf-mock --quiet': [...armed, '--quiet'],
    'vf-mock, no --config': ours,
    'vf-mock, ledgerLimit: 0': [...ours, '--config', project.withoutLedger],
    prism: [...prism, '--host', '127.0.0.1', '--verboseLevel', 'silent'],
  };
  return known[name] ?? [project.program(name), port, api];
}

async function waitForAnswer(child: ChildProcess, port: number, request: Buffer): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}.`);
    const socket = await open(port).catch(() => undefined);
    if (socket) {
      const rest = [request];
      await sendInTurn(socket, () => rest.pop());
      socket.destroy();
      return;
    }
    await sleep(1);
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
