// Sends the same again and again, eight requests at a time, whatever comes back.
import { deliver } from './deliver.mjs';

async function flood() {
  for (;;) await deliver().catch(() => undefined);
}

await Promise.all(Array.from({ length: 8 }, flood));
