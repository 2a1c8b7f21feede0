// Tries once, and always exits with 3 and without output.
/* global process */
import { deliver } from './deliver.mjs';

await deliver();
process.exitCode = 3;
