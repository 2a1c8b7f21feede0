#!/usr/bin/env node
import { runProgram } from './cli/program.ts';

const { stdout, stderr, env, cwd } = process;

// A reader that goes away, as in `vf-mock | head -1`, is no failure of the server.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

process.exitCode = await runProgram(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd,
  on: (signal, listener) => process.on(signal, listener),
  // A signal that comes again at the very end does no harm: npx passes on a Ctrl-C that the terminal has sent to both.
  off: () => undefined,
});
