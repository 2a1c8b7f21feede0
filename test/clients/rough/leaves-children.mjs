// Delivers and ends, and leaves a process behind that holds on to stdout for an hour. Where it is told to by `detached`,
// that has a group of its own. It prints its id.
/* global process */
import { spawn } from 'node:child_process';
import { deliver } from './deliver.mjs';

const script = 'setTimeout(() => undefined, 3_600_000)';
const detached = process.argv.includes('detached');
const child = spawn(process.execPath, ['--eval', script], { stdio: 'inherit', detached });
child.unref();
process.stdout.write(`${child.pid}\n`);
await deliver();
