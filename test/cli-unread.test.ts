import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { folderOf, post, programFile, startProcess, useFiles, useProcesses } from './_cli.ts';

useProcesses();
useFiles({});

/** Starts the program on a terminal, reads the first lines, and then nothing more. It prints the URL and the exit code. */
const unreadTerminal = `
import os, pty, re, signal, sys
pid, terminal = pty.fork()
if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
text = b''
while not (found := re.search(rb'at (http://\\S+)\\s', text)): text += os.read(terminal, 512)
print(found[1].decode(), flush=True)
sys.stdin.readline()
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
`;

/** Far more log lines than a pipe and a terminal hold. */
async function fill(url: string): Promise<void> {
  await post(`${url}/api/v1/users`, { external_user_id: 'usr_1' });
  const path = 'x'.repeat(200);
  for (let round = 0; round < 100; round += 1) {
    await Promise.all(Array.from({ length: 20 }, async () => (await fetch(`${url}/${path}`)).arrayBuffer()));
  }
}

async function expectSaved(file: string): Promise<void> {
  expect(await readFile(join(folderOf(), file), 'utf8')).toContain('usr_1');
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a server whose output nobody reads', async (signal) => {
  const { url, child, stop } = await startProcess('--state', `${signal}.json`);
  child.stdout.pause();
  await fill(url);
  stop(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expectSaved(`${signal}.json`);
});

test('a reader that is late gets all lines', async () => {
  const { url, child, stdout, printed } = await startProcess();
  child.stdout.pause();
  await fill(url);
  await fetch(`${url}/last`);
  child.stdout.resume();
  await printed(/\/last/);
  expect(stdout().match(/ 404 +GET \/x+ /g)).toHaveLength(2000);
});

test('SIGTERM ends a server on a terminal that nobody reads', async () => {
  const program = [process.execPath, programFile(), '--port', '0', '--state', 'terminal.json'];
  const child = spawn('python3', ['-c', unreadTerminal, ...program], { cwd: folderOf() });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await fill(((await lines.next()) as { value: string }).value);
  child.stdin.end('stop\n');
  expect((await lines.next()).value).toBe('0');
  await expectSaved('terminal.json');
});
