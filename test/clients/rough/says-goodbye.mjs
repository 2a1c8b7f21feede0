// Sends the same again and again until it is asked to end, and does so with a word and with 7.
/* global process */
import { deliver } from './deliver.mjs';

let isAsked = false;
process.on('SIGTERM', () => (isAsked = true));
while (!isAsked) await deliver().catch(() => undefined);
process.stdout.write('Goodbye\n');
process.exitCode = 7;
