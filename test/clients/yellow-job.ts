// Imports the users of an NDJSON file into Yellow.ai. Node.js 22.18 or later runs it as it is.
import { env, run } from './job.ts';
import { importUsers, type Properties } from './yellow.ts';

const settings = { baseUrl: env('YELLOW_BASE_URL'), apiKey: env('YELLOW_API_KEY'), bot: env('YELLOW_BOT') };

await run<Properties>(env('VF_MOCK_RECORDS'), 'userId', async ({ records, log, onRejected }) =>
  importUsers(records, { ...settings, log }, onRejected),
);
