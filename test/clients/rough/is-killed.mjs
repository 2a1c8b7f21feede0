// Is killed after its first request, as on a machine without free memory.
/* global process */
import { deliver } from './deliver.mjs';

await deliver();
process.kill(process.pid, 'SIGKILL');
