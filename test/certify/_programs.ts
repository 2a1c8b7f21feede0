import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { certify, type CaseResult, type CertifyOptions, type CertifyReport } from 'vf-mock/certify';

const execute = promisify(execFile);

/** The path of a program among the test clients. */
export function toPath(name: string): string {
  return fileURLToPath(new URL(`../clients/${name}`, import.meta.url));
}

/** The path of an example client. */
export function toExample(name: string): string {
  return fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url));
}

/** Certifies a program in the plainest case. */
export async function certifyCommand(
  client: readonly string[],
  options: Partial<CertifyOptions> = {},
): Promise<{ result: CaseResult; report: CertifyReport }> {
  const report = await certify({ api: 'vibefollow', only: ['delivery/one-record'], ...options, client });
  const [result] = report.cases;
  if (result === undefined) throw new Error('Failed to certify: no case was run.');
  return { result, report };
}

/** A rough client as a command. */
export function rough(name: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, toPath(`rough/${name}.mjs`), ...args];
}

/** The running processes with this id or with this text in their command line. */
export async function findProcesses(wanted: string | number): Promise<string[]> {
  const { stdout } = await execute('ps', ['-eo', 'pid,stat,args']);
  return stdout.split('\n').filter((line) => {
    const [, pid, state = '', args = ''] = /^ *(\d+) (\S+) +(.*)$/.exec(line) ?? [];
    return !state.startsWith('Z') && (typeof wanted === 'number' ? pid === String(wanted) : args.includes(wanted));
  });
}

/** The child processes of this process. Ended processes that are not reaped yet are included. */
export async function findChildren(): Promise<string[]> {
  const listing = execute('ps', ['-eo', 'ppid,pid,stat,args']);
  const { stdout } = await listing;
  const own = String(listing.child.pid);
  return stdout.split('\n').filter((line) => {
    const [ppid, pid] = line.trim().split(/ +/);
    return ppid === String(process.pid) && pid !== own;
  });
}
