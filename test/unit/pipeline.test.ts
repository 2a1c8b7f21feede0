import { createLedger } from '../../src/reconciliation/ledger.ts';
import { expect, test } from 'vitest';
import { createMock, type MockRequest, type Outcome } from 'vf-mock';
import { createAttemptTracker } from '../../src/engine/attempts.ts';
import { createFaults } from '../../src/engine/faults.ts';
import { createLoneJournal } from './_journal.ts';
import type { WritableJournal } from '../../src/journal/journal.ts';
import { createCancellations } from '../../src/mock/cancellations.ts';
import type { ApiResponse } from '../../src/http/response.ts';
import { createPipeline } from '../../src/mock/pipeline.ts';
import { createManualClock } from '../../src/runtime/clock.ts';
import { createRandom } from '../../src/runtime/random.ts';
import { createVibeFollow } from '../../src/vibefollow/api.ts';
import { createYellow } from '../../src/yellow/api.ts';
import { bot } from '../_setup.ts';

test('a bug of the mock is a plain 500 to the client, and its stack is in the journal', async () => {
  const journal = createLoneJournal(10);
  const handle = createBrokenPipeline(journal, () => {
    throw new Error('broken');
  });
  const vibefollow = await handle({ method: 'POST', url: '/api/v1/users', headers: {} });
  const errors = [{ code: 'server_error', message: 'Internal server error' }];
  expect(vibefollow).toMatchObject({ status: 500, body: JSON.stringify({ errors }) });
  const yellow = await handle({ method: 'GET', url: `/cdp/api/v1/user?bot=${bot}`, headers: {} });
  expect(yellow).toMatchObject({ status: 500, body: JSON.stringify({ error: 'Internal server error' }) });
  const stack: unknown = expect.stringMatching(/^Error: broken\n\s+at /);
  expect(journal.exchanges()).toMatchObject([
    { status: 500, operation: 'upsertUser', bug: stack },
    { status: 500, operation: 'listUsers', bug: stack },
  ]);
});

test('an answer that no header can carry is such a bug too', async () => {
  const journal = createLoneJournal(10);
  const handle = createBrokenPipeline(journal, () => ({ status: 429, headers: { 'Retry-After': '日本' } }));
  expect(await handle({ method: 'POST', url: '/api/v1/users', headers: {} })).toMatchObject({ status: 500 });
  const stack: unknown = expect.stringMatching(/^Error: The header Retry-After cannot carry "日本"\n/);
  expect(journal.exchanges()).toMatchObject([{ status: 500, bug: stack }]);
});

function createBrokenPipeline(
  journal: WritableJournal,
  authenticate: () => ApiResponse,
): (request: MockRequest) => Promise<Outcome> {
  const clock = createManualClock(0);
  const random = createRandom(1);
  const { options } = createMock();
  const apis = {
    vibefollow: { ...createVibeFollow(options, clock).api, authenticate },
    yellow: { ...createYellow(options, clock, random).api, authenticate },
  };
  const parts = {
    apis,
    clock,
    journal,
    attempts: createAttemptTracker(),
    ledger: createLedger(10),
    faults: createFaults(random),
    events: { publish: () => undefined },
    cancellations: createCancellations(),
    bodyLimit: 100,
    journalBodies: false,
    listKeys: () => [],
    strict: false,
    cors: [],
  };
  return createPipeline(parts);
}
