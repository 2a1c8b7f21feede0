// Tries once, and ends with 3 and without a word, whatever came of it.
/* global process */
import { deliver } from './deliver.mjs';

await deliver();
process.exitCode = 3;
