// Sends the users of an NDJSON file to VibeFollow. Node.js 22.18 or later runs it as it is.
import { env, run } from './job.ts';
import { backfill } from './vibefollow.ts';

interface User {
  readonly external_user_id: string;
}

const settings = { baseUrl: env('VIBEFOLLOW_BASE_URL'), apiKey: env('VIBEFOLLOW_API_KEY') };

await run<User>(env('VF_MOCK_RECORDS'), 'external_user_id', async ({ records, log, onRejected }) =>
  backfill('users', records, { ...settings, log }, onRejected),
);
