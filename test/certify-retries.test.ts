import { expect, test } from 'vitest';
import { certifyInProcess } from './_certify.ts';
import type { Client } from './clients/broken.ts';
import * as habits from './clients/habits.ts';

test.each<[sort: string, client: Client, cause: object]>([
  [
    'cut answers',
    habits.stoppedByCutAnswer,
    {
      level: 'SHOULD',
      message: 'The client did not send the chunk again after a truncated answer.',
      advice: expect.stringMatching(/^Read the whole body /) as string,
      only: ['connection/truncated-answer-sent-again'],
    },
  ],
  [
    'broken connections',
    habits.stoppedByReset,
    {
      level: 'MUST',
      message: 'The client did not send the chunk again after a reset or no answer.',
      advice: expect.stringMatching(/^Catch every error of the connection /) as string,
      only: ['connection/reset', 'connection/no-answer', 'connection/lost-answer'],
    },
  ],
  [
    'forms of Retry-After',
    habits.stoppedByHeader,
    {
      level: 'MUST',
      message:
        'The client did not send the chunk again after 429 with a malformed Retry-After or 429 with an HTTP date.',
      advice: expect.stringMatching(/^Read Retry-After as seconds /) as string,
      only: ['retry/honours-retry-after-date', 'retry/malformed-retry-after'],
    },
  ],
])('a client that sends again after other failures is told about %s alone', async (_sort, client, cause) => {
  const report = await certifyInProcess(client, { api: 'vibefollow', only: ['retry/', 'connection/'] });
  expect(report.causes).toMatchObject([cause]);
});
