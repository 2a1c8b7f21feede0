// What Linux tells of a process; no other system tells it so simply.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const isLinux = process.platform === 'linux';

/** What all threads of a process have needed of a processor, in the hundredths in which Linux counts. */
export function readCpuSeconds({ pid = 0 }: ChildProcess): number | undefined {
  if (!isLinux) return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The memory that is in use. */
export function readMebibytes({ pid = 0 }: ChildProcess): number | undefined {
  return isLinux ? readStatus(`/proc/${pid}/status`, 'VmRSS') / 1024 : undefined;
}

/** How often the main thread has waited, and by that how often a timer or anything else has woken it. */
export function readWakeUps({ pid = 0 }: ChildProcess): number | undefined {
  return isLinux ? readStatus(`/proc/${pid}/status`, 'voluntary_ctxt_switches') : undefined;
}

function readStatus(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1]);
}
