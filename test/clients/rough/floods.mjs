// Sends the same request again and again, eight at a time, and ignores all answers.
import { deliver } from './deliver.mjs';

async function flood() {
  for (;;) await deliver().catch(() => undefined);
}

await Promise.all(Array.from({ length: 8 }, flood));
