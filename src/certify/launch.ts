import type { ApiName } from '../openapi/router.ts';
import type { Mock } from '../mock/mock.ts';
import type { ClientRun } from './report.ts';

/** What a client is given for one case. */
export interface Task {
  readonly api: ApiName;
  /** Id of the case. */
  readonly case: string;
  /** The environment variables of the protocol, such as `VIBEFOLLOW_BASE_URL`. */
  readonly env: Readonly<Record<string, string>>;
  /** The records to sync. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** The mock behind the base URLs. */
  readonly mock: Mock;
  /** Aborted when the client is to stop. */
  readonly signal: AbortSignal;
}

/** How a client ended. */
export type ClientEnd = Omit<ClientRun, 'duration' | 'stopped'>;

/**
 * Runs a client until it ends, or is ended by the signal of its task.
 *
 * @throws If it cannot be run at all.
 */
export type Launch = (task: Task) => Promise<ClientEnd>;

/**
 * A client as a function: syncs the records, and throws if it has to give up. With `say` it writes what a program would
 * write to its output.
 */
export type Client = (task: Task, say: (text: string) => void) => Promise<unknown>;

/** Runs a function as a client: what it throws is its exit code of 1, and its message. */
export function launchFunction(client: Client): Launch {
  return async (task) => {
    let stdout = '';
    const say = (text: string): void => void (stdout += `${text}\n`);
    const aborted = new Promise<undefined>((resolve) => {
      if (task.signal.aborted) resolve(undefined);
      task.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const ended = (async () => client(task, say))().then(
      () => ({ exitCode: 0, stderr: '' }),
      (error: unknown) => ({ exitCode: 1, stderr: String(error) }),
    );
    const { stderr = '', ...end } = (await Promise.race([ended, aborted])) ?? {};
    return { ...end, stdout, stderr, outputBytes: Buffer.byteLength(stdout + stderr) };
  };
}
