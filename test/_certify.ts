import { certify, type CertifyOptions, type CertifyReport } from '../src/certify/certify.ts';
import { inProcess } from './_jobs.ts';
import type { Client } from './clients/broken.ts';
import type { Rejected } from './clients/vibefollow.ts';

/** Certifies a client in process, with clocks that jump over all waits. It says which records were rejected. */
export async function certifyInProcess(
  client: Client,
  options: Pick<CertifyOptions, 'api'> & Partial<CertifyOptions>,
): Promise<CertifyReport> {
  return certify({
    clock: 'manual',
    ...options,
    client: async ({ api, env, records, mock }, say) => {
      const apiKey = env[api === 'yellow' ? 'YELLOW_API_KEY' : 'VIBEFOLLOW_API_KEY'] ?? '';
      const rejected = await client(records, { ...inProcess(mock), apiKey });
      for (const { record, message } of (rejected ?? []) as Rejected<Record<string, unknown>>[]) {
        say(`${String(record['external_user_id'] ?? record['userId'])}: ${message}`);
      }
    },
  });
}
