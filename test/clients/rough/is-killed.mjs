// Is killed after its first request, as by a machine that is short of memory.
/* global process */
import { deliver } from './deliver.mjs';

await deliver();
process.kill(process.pid, 'SIGKILL');
