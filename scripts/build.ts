// Builds dist/ with tsdown.config.ts. Prints only problems, and exits with 1 if there are any.
// It calls tsdown as a library, because its command prints a notice on Node 20.
import { build } from 'tsdown';
import { writePage } from './page.ts';

try {
  await writePage();
  await build({ logLevel: 'warn' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
