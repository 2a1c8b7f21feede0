// Delivers and ends, but leaves a child process that keeps stdout open for an hour. With `detached` the child has its
// own process group. The client prints the id of the child.
/* global process */
import { spawn } from 'node:child_process';
import { deliver } from './deliver.mjs';

const script = 'setTimeout(() => undefined, 3_600_000)';
const detached = process.argv.includes('detached');
const child = spawn(process.execPath, ['--eval', script], { stdio: 'inherit', detached });
child.unref();
process.stdout.write(`${child.pid}\n`);
await deliver();
