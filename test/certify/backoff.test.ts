import { expect, test } from 'vitest';
import { certifyInProcess } from '../_certify.ts';
import { users, type Client } from '../clients/broken.ts';

test.each([
  { chunkSize: 1000, concurrency: 1 },
  { chunkSize: 1000, concurrency: 6 },
  { chunkSize: 40, concurrency: 1 },
  { chunkSize: 40, concurrency: 10 },
])(
  'a case of backoff ends its failures when the verdict is clear, with $chunkSize records by $concurrency',
  async (sizes) => {
    const client: Client = async (records, settings) => users(records, { ...settings, ...sizes });
    const { cases } = await certifyInProcess(client, { api: 'vibefollow', only: ['backoff/'] });
    for (const { outcome, calls, requests } of cases) {
      expect(outcome).toBe('passed');
      expect(calls.every((call) => call.outcome === 'delivered')).toBe(true);
      expect(requests - 16_000 / sizes.chunkSize).toBeLessThanOrEqual(2 * (16 + sizes.concurrency));
    }
  },
);
