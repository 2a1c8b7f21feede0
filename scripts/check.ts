// Runs independent checks at the same time. Each check uses one core: `tsx scripts/check.ts lint,types smoke`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Commas join checks that run one after the other. */
const chains = process.argv.slice(2).map((chain) => chain.split(','));

const ends = await Promise.all(chains.map(runChain));
process.exitCode = ends.every(Boolean) ? 0 : 1;

/** Runs checks one after the other, up to the first that fails. */
async function runChain(names: readonly string[]): Promise<boolean> {
  for (const name of names) if (!(await runCheck(name))) return false;
  return true;
}

/** Runs a check, and prints all its output at the end. */
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
