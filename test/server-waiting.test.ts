import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Fault } from 'vf-mock';
import { meet, targets, until } from './_faults.ts';
import { start } from './_server.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const held: readonly Fault[] = [{ kind: 'hang' }, { kind: 'delay', ms: 1000 }, { kind: 'slow', ms: 1000 }];

test.each(held)('many requests that wait at once ($kind) cause no warning', async (fault) => {
  const warnings: string[] = [];
  const note = ({ message }: Error): void => void warnings.push(message);
  process.on('warning', note);
  onTestFinished(() => void process.off('warning', note));
  const { mock, server } = await start({ faults: [{ fault }] });
  const sleep = vi.spyOn(mock.clock, 'sleep');
  const requests = targets.flatMap((target) => Array.from({ length: 50 }, (_, n) => [target, String(n)] as const));
  const met = requests.map(async ([target, id]) => meet(fetch(server.url + target.path, target.request([id]))));
  await until(() => sleep.mock.calls.length === requests.length);
  mock.reset();
  await Promise.all(met);
  expect(warnings).toEqual([]);
});

test('a request that has waited leaves nothing with what would have let go of it', async () => {
  const { mock, server } = await start();
  mock.clock.autoAdvance();
  for (const target of targets) {
    for (const fault of held) {
      mock.faults.add({ fault, times: 1 });
      const client = new AbortController();
      const met = meet(fetch(server.url + target.path, { ...target.request(['a']), signal: client.signal }));
      await until(() => mock.faults.list().at(-1)?.fired === 1);
      if (fault.kind === 'hang') client.abort();
      await met;
    }
  }
  await until(() => mock.journal.exchanges().length === 6);
  const abort = vi.spyOn(AbortController.prototype, 'abort');
  mock.reset();
  expect(abort).not.toHaveBeenCalled();
});
