// Builds dist/ as tsdown.config.ts says. Prints nothing unless something is wrong, and then exits with 1.
// It calls tsdown as a library, since its command prints a notice on every Node 20.
import { build } from 'tsdown';

try {
  await build({ logLevel: 'warn' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
