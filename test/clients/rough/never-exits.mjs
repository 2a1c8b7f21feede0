// Delivers, and then neither ends nor lets itself be ended by SIGTERM.
/* global process, setInterval */
import { deliver } from './deliver.mjs';

process.on('SIGTERM', () => undefined);
await deliver();
setInterval(() => undefined, 60_000);
