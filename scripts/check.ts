// Runs checks that do not need each other at once, for each has one core busy: `tsx scripts/check.ts lint,types smoke`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Those that are joined by commas run one after the other. */
const chains = process.argv.slice(2).map((chain) => chain.split(','));

const ends = await Promise.all(chains.map(runChain));
process.exitCode = ends.every(Boolean) ? 0 : 1;

/** Ends with the first that fails. */
async function runChain(names: readonly string[]): Promise<boolean> {
  for (const name of names) if (!(await runCheck(name))) return false;
  return true;
}

/** Prints its output as a whole once it has ended. */
async function runCheck(name: string): Promise<boolean> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${code === 0 ? 'ok   ' : 'FAIL '} npm run ${name} (${seconds} s)`);
  if (code !== 0 || name === 'smoke') console.log(output.trimEnd());
  return code === 0;
}
