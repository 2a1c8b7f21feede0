// Sends the same request again and again. After SIGTERM it prints a message and exits with 7.
/* global process */
import { deliver } from './deliver.mjs';

let isAsked = false;
process.on('SIGTERM', () => (isAsked = true));
while (!isAsked) await deliver().catch(() => undefined);
process.stdout.write('Goodbye\n');
process.exitCode = 7;
