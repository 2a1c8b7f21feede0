// Certifies the clients of test/clients/libraries with the packed package, and compares the results with their table.
// Usage: npm run clients, npm run clients -- ky.mjs req.py, or npm run clients -- --runs 3.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { CertifyReport } from 'vf-mock/certify';
import { libraryClients, toFailedCases, type LibraryClient } from '../test/clients/libraries/table.ts';
import { createFolder, install, pack, root } from './packed.ts';
import { runToEnd } from './processes.ts';

type Certify = (typeof import('vf-mock/certify'))['certify'];

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const decided: readonly string[] = ['passed', 'failed'];
const clients = choose();
const folder = createFolder('clients');
const certify = await installAll();
process.chdir(folder);
for (const client of clients) if (await prepare(client)) await repeat(client);

function choose(): readonly LibraryClient[] {
  const files = libraryClients.map(({ file }) => file);
  const unknown = positionals.filter((name) => !files.includes(name));
  if (unknown.length > 0) refuse(`there is no client ${unknown.join(', ')}. Use ${files.join(', ')}.`);
  if (!Number.isSafeInteger(runs) || runs < 1) refuse(`--runs is ${values.runs}. Use a whole number of 1 or more.`);
  return libraryClients.filter(({ file }) => positionals.length === 0 || positionals.includes(file));
}

function refuse(problem: string): never {
  console.error(`Failed to choose what to run: ${problem}`);
  process.exit(1);
}

/** Installs the package and the libraries from npm in a folder with the clients. */
async function installAll(): Promise<Certify> {
  cpSync(join(root, 'test/clients/libraries'), folder, { recursive: true });
  await install(folder, await pack(folder), ...clients.flatMap(({ needs }) => needs.npm ?? []));
  const file = pathToFileURL(join(folder, 'node_modules/vf-mock/dist/certify.js'));
  return ((await import(file.href)) as { certify: Certify }).certify;
}

/** Whether the libraries of a client are installed. It is a failure only if the client was asked for by its name. */
async function prepare({ file, needs, prepare: [command, ...args] }: LibraryClient): Promise<boolean> {
  try {
    await runToEnd(command, args, folder);
    return true;
  } catch (error) {
    console.log(`miss  ${file}: needs ${(needs.debian ?? []).join(', ')} of Debian`);
    console.log(error instanceof Error ? error.message : error);
    if (positionals.length > 0) process.exitCode = 1;
    return false;
  }
}

async function repeat(client: LibraryClient): Promise<void> {
  for (let run = 1; run <= runs; run += 1) {
    const report = await certify({ api: 'vibefollow', client: client.command });
    const differences = findDifferences(client, report);
    const name = `${client.file}${runs > 1 ? `, run ${run}` : ''}`;
    console.log(`${differences.length > 0 ? 'FAIL' : 'ok  '}  ${name} (${summarize(report)})`);
    for (const difference of differences) console.log(`      ${difference}`);
    if (differences.length > 0) process.exitCode = 1;
  }
}

/** The duration, the number of failed cases, and the cases without a decision. These are no differences. */
function summarize({ duration, cases }: CertifyReport): string {
  const failed = cases.filter(({ outcome }) => outcome === 'failed');
  const undecided = cases.filter(({ outcome }) => !decided.includes(outcome));
  const notes = undecided.map(({ id, outcome }) => `${id} is ${outcome}`);
  return [`${(duration / 1000).toFixed(0)} s`, `${failed.length} failed`, ...notes].join(', ');
}

function findDifferences(client: LibraryClient, { cases }: CertifyReport): string[] {
  const expected = toFailedCases(client);
  return cases.flatMap(({ id, outcome, findings }) => {
    if (outcome === 'failed' && !expected.has(id)) return [`${id} must not fail: ${findings.join(' ')}`];
    return outcome === 'passed' && expected.has(id) ? [`${id} must fail`] : [];
  });
}
