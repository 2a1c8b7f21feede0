#!/usr/bin/env node
import { runProgram } from './cli/program.ts';

/** Node does not document the handle of a terminal. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly _handle?: { setBlocking?(isBlocking: boolean): void };
}

const { stdout, stderr, env, cwd } = process;

// A reader may go away early, as in `vf-mock | head -1`. That is no failure of the server.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

// A terminal that nobody reads (Ctrl-S, `docker run -t`) blocks the whole process, unless its handle does not block.
for (const stream of [stdout, stderr] as readonly Terminal[]) if (stream.isTTY) stream._handle?.setBlocking?.(false);

/** Milliseconds that a stopped program gives a slow reader of its output, at most. */
const patience = 700;
let hasEnded = false;
let isStopped = false;

/** Without it, output that nobody reads keeps the process alive. */
function endSoon(): void {
  if (hasEnded && isStopped) setTimeout(() => process.exit(), patience).unref();
}

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd,
  on: (signal, listener) =>
    process.on(signal, () => {
      isStopped = true;
      listener();
      endSoon();
    }),
  // On Ctrl-C a second signal may come from npx at the very end. It does no harm.
  off: () => undefined,
});
hasEnded = true;
endSoon();
