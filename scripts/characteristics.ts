// Measures how often the rules on waits are wrong or inconclusive, with simulated clients. Prints the page of docs/.
// Usage: npm run characteristics [-- --runs 1000] [-- --write], or npm run characteristics -- --runs 200 --check.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { findProblems, measureAll } from './characteristics/measure.ts';
import { toPage } from './characteristics/page.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    /** Writes the page instead of printing it. */
    write: { type: 'boolean', default: false },
    /** Prints only the shares above the limits, and fails if there are any. */
    check: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0))
  throw new Error(`Failed to measure ${values.runs} runs: use a whole number.`);

const file = new URL('../docs/characteristics.md', import.meta.url);
const measurements = measureAll(runs);
const problems = findProblems(measurements);
const page = await format(toPage(measurements), { ...(await resolveConfig(file)), parser: 'markdown' });
if (values.write) await writeFile(file, page);
if (!values.write && !values.check) process.stdout.write(page);
process.stderr.write(problems.map((problem) => `${problem}\n`).join(''));
process.exitCode = problems.length > 0 ? 1 : 0;
