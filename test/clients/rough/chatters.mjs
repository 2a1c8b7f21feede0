// Delivers, and writes 50 MB without waiting for a reader.
/* global process */
import { deliver } from './deliver.mjs';

await deliver();
const line = `${'All is well. '.repeat(80)}\n`;
for (let written = 0; written < 50_000_000; written += line.length) process.stdout.write(line);
