// Delivers, and then never ends. It ignores SIGTERM.
/* global process, setInterval */
import { deliver } from './deliver.mjs';

process.on('SIGTERM', () => undefined);
await deliver();
setInterval(() => undefined, 60_000);
