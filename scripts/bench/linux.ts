// Reads the figures of a process from Linux. Other systems do not have these files.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

const isLinux = process.platform === 'linux';

/** The processor time of all threads of a process. Linux counts it in hundredths of a second. */
export function readCpuSeconds({ pid = 0 }: ChildProcess): number | undefined {
  if (!isLinux) return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The memory in use. */
export function readMebibytes({ pid = 0 }: ChildProcess): number | undefined {
  return isLinux ? readStatus(`/proc/${pid}/status`, 'VmRSS') / 1024 : undefined;
}

/** The largest memory in use so far. */
export function readPeakMebibytes({ pid = 0 }: ChildProcess): number | undefined {
  return isLinux ? readStatus(`/proc/${pid}/status`, 'VmHWM') / 1024 : undefined;
}

/** The number of waits of the main thread. It equals the number of times that something woke the thread. */
export function readWakeUps({ pid = 0 }: ChildProcess): number | undefined {
  return isLinux ? readStatus(`/proc/${pid}/status`, 'voluntary_ctxt_switches') : undefined;
}

function readStatus(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1]);
}
