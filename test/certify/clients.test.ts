import { expect, test } from 'vitest';
import { certify } from 'vf-mock/certify';
import { toPath } from './_programs.ts';

/** Runs TypeScript in any version of Node. */
const node = [process.execPath, '--import', import.meta.resolve('tsx')];

test.each([
  ['vibefollow-job.ts', 'vibefollow', node],
  ['vibefollow-job.sh', 'vibefollow', ['bash']],
  ['yellow-job.ts', 'yellow', node],
  ['yellow-job.py', 'yellow', ['python3']],
] as const)('%s passes every case of %s', async (name, api, program) => {
  const client = [...program, toPath(name)];
  const report = await certify({ api, client, jobs: 2 });
  // On a busy machine a case of waits may be inconclusive.
  const others = report.cases.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'inconclusive');
  expect(others.map(({ id, outcome, findings }) => ({ id, outcome, findings }))).toEqual([]);
  expect(report).toMatchObject({ passed: true, notRun: [] });
});
