// Tests the packed package in the projects of test/compat, with many versions and test runners.
import { cpSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chooseRuns, type Run } from './compat/runs.ts';
import { createFolder, install, pack, report, root } from './packed.ts';
import { runToEnd } from './processes.ts';

const runs = choose();
const folder = createFolder('compat');
const prepared = new Map<string, Promise<string>>();
let tarball = '';

const isPacked = await report('npm pack builds and packs it', async () => {
  tarball = await pack(folder);
});
if (!isPacked) process.exit(1);
void installAhead();
for (const run of runs) if (!(await report(toTitle(run), async () => test(run)))) process.exitCode = 1;

function choose(): readonly Run[] {
  try {
    return chooseRuns(process.argv.slice(2));
  } catch (error) {
    console.error(`Failed to choose what to run: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

/** The name of a run, such as `node 24, msw 3: node-test`. */
function toTitle({ project, peers, node }: Run): string {
  const versions = Object.entries(node === undefined ? peers : { node, ...peers });
  return `${versions.map(([name, major]) => `${name} ${major}`).join(', ')}: ${project}`;
}

async function test(run: Run): Promise<string> {
  const { node, tests } = run;
  const path = await installProject(run);
  const bin = node === undefined ? dirname(process.execPath) : await once(`node-${node}`, async () => findNode(node));
  const start = performance.now();
  const env = { ...process.env, PATH: bin + delimiter + (process.env['PATH'] ?? '') };
  await runToEnd('npm', tests === undefined ? ['test'] : ['test', '--', tests], path, env);
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`;
}

/** Runs with the same preparation share it. They also share its failure. */
async function once(name: string, prepare: () => Promise<string>): Promise<string> {
  const preparation = prepared.get(name) ?? prepare();
  prepared.set(name, preparation);
  return preparation;
}

/** Installs later projects while earlier ones are tested. Their runs report a failed installation. */
async function installAhead(): Promise<void> {
  for (const run of runs) await installProject(run).catch(() => undefined);
}

/** Installs a project with its peers in a separate folder. Returns the path of the folder. */
async function installProject({ project, peers }: Run): Promise<string> {
  const packages = Object.entries(peers).map(([name, major]) => `${name}@${major}`);
  const name = [project, ...packages].join('-');
  return once(name, async () => {
    const path = join(folder, name);
    cpSync(join(root, 'test/compat', project), path, { recursive: true });
    await install(path, tarball, ...packages);
    return path;
  });
}

/** The folder of `node` in this major version. It is the running Node or the npm package `node`. */
async function findNode(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return dirname(process.execPath);
  const ask = ['node', '--print', 'process.versions.node + process.execPath'];
  const answer = await runToEnd(
    'npx',
    ['--yes', '--prefer-offline', '--package', `node@${major}`, '--', ...ask],
    folder,
  );
  const [, found, path] = /^(\d+)[.\d]*(.+)\n$/.exec(answer) ?? [];
  if (path === undefined || Number(found) !== major) throw new Error(`npm gave no Node ${major}, but ${answer}`);
  return dirname(path);
}
