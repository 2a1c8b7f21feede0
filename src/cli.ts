#!/usr/bin/env node
import { runProgram } from './cli/program.ts';

const { stdout, stderr, env, cwd } = process;

// A reader may go away early, as in `vf-mock | head -1`. That is no failure of the server.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd,
  on: (signal, listener) => process.on(signal, listener),
  // On Ctrl-C a second signal may come from npx at the very end. It does no harm.
  off: () => undefined,
});
