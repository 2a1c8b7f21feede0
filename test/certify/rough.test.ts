import { DOMParser } from '@xmldom/xmldom';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { reports } from 'vf-mock/certify';
import { certifyCommand, findChildren, findProcesses, rough } from './_programs.ts';

// No process of a client is left, not even a zombie.
afterEach(async () => {
  expect(await findChildren()).toEqual([]);
});

test('a client that never exits and takes no SIGTERM is ended', async () => {
  const marker = crypto.randomUUID();
  const { result } = await certifyCommand(rough('never-exits', marker), { timeout: 2000 });
  expect(result.outcome).toBe('failed');
  expect(result.findings[0]).toBe(
    'certify stopped the client: it still ran after 2 s. If it may take longer, use a longer timeout.',
  );
  expect(result.runs).toMatchObject([{ stopped: result.findings[0] }]);
  expect(await findProcesses(marker)).toEqual([]);
});

test('a client that waits for what somebody may type does not wait', async () => {
  const { result } = await certifyCommand(['cat']);
  expect(result).toMatchObject({ findings: [unsent], runs: [{ exitCode: 0 }] });
});

test('a client that floods is stopped long before its time is over', async () => {
  const marker = crypto.randomUUID();
  const { result } = await certifyCommand(rough('floods', marker));
  expect(result.outcome).toBe('failed');
  expect(result.findings[0]).toMatch(
    /^certify stopped the client: it sent \d+ requests with \d+ records for a job of 1\.$/,
  );
  expect(result.requests).toBeLessThan(1000);
  expect(result.omittedCalls).toBeGreaterThan(0);
  expect(result.calls.length + result.omittedCalls).toBeLessThanOrEqual(result.requests);
  expect(await findProcesses(marker)).toEqual([]);
});

test('a client that is stopped has time to say goodbye', async () => {
  const { result } = await certifyCommand(rough('says-goodbye'));
  expect(result.runs).toMatchObject([{ exitCode: 7, stdout: 'Goodbye\n', stopped: result.findings[0] }]);
});

test('a client that is killed is told by which signal', async () => {
  const { result } = await certifyCommand(rough('is-killed'));
  expect(result).toMatchObject({
    outcome: 'failed',
    findings: ['The signal SIGKILL ended the client.'],
    runs: [{ signal: 'SIGKILL' }],
    requests: 1,
  });
});

test('a client that writes megabytes fails, and its report has room for the begin and the end of them', async () => {
  const { result, report } = await certifyCommand(rough('chatters'));
  expect(result).toMatchObject({
    outcome: 'failed',
    findings: ['The client wrote 47.7 MiB of output, more than 1 MiB and 500 bytes for each record.'],
    runs: [{ exitCode: 0, outputBytes: 50_000_271 }],
  });
  expect(result.runs[0]?.stdout).toMatch(/^All is well\. .*\n… \d+ characters …\n.*All is well\. \n$/s);
  for (const toReport of Object.values(reports)) expect(toReport(report).length).toBeLessThan(30_000);
});

test('a client that leaves a process behind passes, and it is ended', async () => {
  const { result } = await certifyCommand(rough('leaves-children'));
  expect(result).toMatchObject({ outcome: 'passed', runs: [{ exitCode: 0 }] });
  expect(result.runs[0]?.stdout).toMatch(/^\d+\n$/);
  await expect.poll(async () => findProcesses(Number(result.runs[0]?.stdout))).toEqual([]);
});

// certify cannot find this process. It does not wait until the process closes the client's output.
test('a client that leaves a process behind in a group of its own passes', async () => {
  const { result } = await certifyCommand(rough('leaves-children', 'detached'));
  onTestFinished(() => void process.kill(Number(result.runs[0]?.stdout), 'SIGKILL'));
  expect(result).toMatchObject({ outcome: 'passed', runs: [{ exitCode: 0 }] });
});

const unsent = 'The client sent no request to its base URL.';

test('a client that does nothing is told so, and nothing else', async () => {
  const { result } = await certifyCommand(rough('does-nothing'));
  expect(result).toMatchObject({ outcome: 'failed', findings: [unsent], timeline: '', requests: 0 });
});

test('a client that fails without a word is told so', async () => {
  const { result } = await certifyCommand(rough('fails-silently'), { only: ['outage/lasts'] });
  expect(result).toMatchObject({
    outcome: 'failed',
    findings: ['The client exited with 3, but printed no message about the failure.'],
    runs: [{ exitCode: 3, outputBytes: 0 }],
  });
});

test('a client that exits with another code than 0 where all was delivered is told so', async () => {
  const { result } = await certifyCommand(rough('fails-silently'));
  expect(result.findings).toEqual(['The client exited with 3, although it can deliver all records.']);
});

test('a client may close its output', async () => {
  const { result } = await certifyCommand(rough('closes-stdout'));
  expect(result).toMatchObject({ outcome: 'passed', runs: [{ exitCode: 0, stdout: '', stderr: '' }] });
});

test('what a client writes does nothing to a terminal or a page', async () => {
  const { result, report } = await certifyCommand(rough('writes-binary'));
  expect(result).toMatchObject({ findings: [unsent], runs: [{ exitCode: 0, outputBytes: 62 }] });
  const text = reports.text(report);
  expect(text).toContain('red�31m�drawkcab');
  expect(text).toContain('�]0;title� said on stderr');
  for (const kind of ['text', 'markdown', 'html', 'junit'] as const) {
    const lines = reports[kind](report).split('\n');
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
  }
  expect(JSON.parse(reports.json(report))).toEqual(report);
  new DOMParser({ onError: (_level, message) => expect.fail(message) }).parseFromString(
    reports.junit(report),
    'text/xml',
  );
});
