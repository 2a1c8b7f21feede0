import { expect, test } from 'vitest';
import { certify } from 'vf-mock/certify';
import { toExample } from './_programs.ts';

/** Runs TypeScript in any version of Node. */
const node = [process.execPath, '--import', import.meta.resolve('tsx')];

test.each([
  ['vibefollow-job.mts', 'vibefollow', node],
  ['vibefollow-job.sh', 'vibefollow', ['bash']],
  ['yellow-job.mts', 'yellow', node],
  ['yellow-job.py', 'yellow', ['python3']],
] as const)('%s passes every case of %s', async (name, api, program) => {
  const client = [...program, toExample(name)];
  const report = await certify({ api, client, jobs: 2 });
  // On a busy machine a case of waits may be inconclusive.
  const others = report.cases.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'inconclusive');
  expect(others.map(({ id, outcome, findings }) => ({ id, outcome, findings }))).toEqual([]);
  expect(report).toMatchObject({ passed: true, notRun: [] });
});
