import type { ApiName } from '../openapi/router.ts';
import type { Mock } from '../mock/mock.ts';
import type { ClientRun } from './report.ts';

/** The task of a client in one case. */
export interface Task {
  /** The API that the client syncs to. */
  readonly api: ApiName;
  /** Id of the case. */
  readonly case: string;
  /** The environment variables of the protocol, such as `VIBEFOLLOW_BASE_URL`. */
  readonly env: Readonly<Record<string, string>>;
  /** The records to sync. */
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** The mock behind the base URLs. */
  readonly mock: Mock;
  /** Aborted when the client must stop. */
  readonly signal: AbortSignal;
}

/** How a client ended. */
export type ClientEnd = Omit<ClientRun, 'duration' | 'stopped' | 'account'>;

/**
 * Runs a client until it ends, or until the signal of its task is aborted.
 *
 * @throws If the client cannot be started.
 */
export type Launch = (task: Task) => Promise<ClientEnd>;

/**
 * A client as a function. It syncs the records, and throws if it has to give up. It calls `say` for each message that a
 * program would write to its output.
 */
export type Client = (task: Task, say: (text: string) => void) => Promise<unknown>;

/** Runs a function as a client. If it throws, the exit code is 1 and the error is its message. */
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
    return {
      ...end,
      stdout: toWritten(stdout),
      stderr: toWritten(stderr),
      outputBytes: Buffer.byteLength(stdout + stderr),
    };
  };
}

/** The text as a program would write it, in UTF-8, which has no half surrogate pairs. */
function toWritten(text: string): string {
  return Buffer.from(text).toString();
}
