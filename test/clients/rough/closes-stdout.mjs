// Closes stdout and stderr before it delivers.
import { closeSync } from 'node:fs';
import { deliver } from './deliver.mjs';

closeSync(1);
closeSync(2);
await deliver();
