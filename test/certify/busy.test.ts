import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { certify, type CaseResult } from 'vf-mock/certify';
import { withConstantBackoff } from '../clients/broken.ts';
import { toPath } from './_programs.ts';

/** Two processes that keep two cores busy until the test ends. */
function keepBusy(): void {
  for (let core = 0; core < 2; core += 1) {
    const busy = spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' });
    onTestFinished(() => void busy.kill('SIGKILL'));
  }
}

const timed = ['backoff/', 'retry/honours', 'retry/503-with'];

test('on a busy machine a good client passes each case, or the case is inconclusive', async () => {
  keepBusy();
  const client = [process.execPath, '--import', import.meta.resolve('tsx'), toPath('vibefollow-job.ts')];
  const { cases } = await certify({ api: 'vibefollow', client, timeout: 180_000 });
  expect(cases.filter((result) => result.outcome !== 'passed' && !isUnsure(result)).map(toOutcome)).toEqual([]);
});

test('on a busy machine a client without backoff never passes the cases of backoff', async () => {
  keepBusy();
  const { cases } = await certify({
    api: 'vibefollow',
    only: ['backoff/'],
    timeout: 180_000,
    client: async ({ records, env, mock: { clock } }) => {
      const [baseUrl, apiKey] = [env['VIBEFOLLOW_BASE_URL'] ?? '', env['VIBEFOLLOW_API_KEY'] ?? ''];
      return withConstantBackoff(records, { baseUrl, apiKey, bot: '', sleep: clock.sleep });
    },
  });
  expect(cases.filter((result) => result.outcome !== 'failed' && !isUnsure(result)).map(toOutcome)).toEqual([]);
});

function isUnsure({ id, outcome }: CaseResult): boolean {
  return outcome === 'inconclusive' && timed.some((prefix) => id.startsWith(prefix));
}

function toOutcome({ id, outcome, findings }: CaseResult): unknown {
  return { id, outcome, findings };
}
