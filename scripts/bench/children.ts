// Ends all processes of the bench together with it.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

export function watch(child: ChildProcess): ChildProcess {
  children.add(child);
  return child.once('close', () => children.delete(child));
}

export async function close(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (children.has(child)) await once(child, 'close');
}
