// Delivers and ends, and leaves a process behind that holds on to stdout for an hour.
/* global process */
import { spawn } from 'node:child_process';
import { deliver } from './deliver.mjs';

const script = 'setTimeout(() => undefined, 3_600_000)';
spawn(process.execPath, ['--eval', script], { stdio: 'inherit' }).unref();
await deliver();
