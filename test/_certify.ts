import { certify, type CertifyOptions, type CertifyReport, type Task } from 'vf-mock/certify';
import { inProcess } from './_jobs.ts';
import type { Client } from './clients/broken.ts';
import type { Rejected } from './clients/chunks.ts';
import type { YellowSettings } from './clients/yellow.ts';

/** Certifies a client in process. The clocks jump over all waits. The client reports its rejected records. */
export async function certifyInProcess(
  client: Client,
  options: Pick<CertifyOptions, 'api'> & Partial<CertifyOptions>,
): Promise<CertifyReport> {
  return certify({
    clock: 'manual',
    ...options,
    client: async (task, say) => {
      const rejected = await client(task.records, toSettings(task));
      for (const { record, message } of (rejected ?? []) as Rejected<Record<string, unknown>>[]) {
        say(`${String(record['external_user_id'] ?? record['userId'])}: ${message}`);
      }
    },
  });
}

/** The settings of a client in process for a task. */
export function toSettings({ api, env, mock }: Task): YellowSettings {
  const apiKey = env[api === 'yellow' ? 'YELLOW_API_KEY' : 'VIBEFOLLOW_API_KEY'] ?? '';
  return { ...inProcess(mock), apiKey };
}
