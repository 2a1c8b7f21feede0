// Sends mixed traffic with faults to a server at full speed, and checks the server for leaks.
// Usage: npm run soak, or npm run soak -- --minutes 1.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClients, type Clients } from './soak/clients.ts';
import { findMissingUsers, putMillionUsers } from './soak/million.ts';
import { settling, toAdmin } from './soak/requests.ts';
import { startServer, type Holding, type Server } from './soak/server.ts';
import { allowance, toLeaks, toRise, warmUp, type Measured } from './soak/verdict.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes is "${values.minutes}"; use a number over 0.`);
const rounds = 30;

const folder = await mkdtemp(join(tmpdir(), 'vf-mock-soak-'));
const state = join(folder, 'state.json');
const server = await startServer(state);
const clients = createClients(server.url);
const before = await settle(server, clients);
print('minute', 'requests', 'per s', 'heap MB', 'RSS MB', 'sockets', 'resources');
const measured: Measured[] = [];
for (let round = 1; round <= rounds; round += 1) measured.push(await runRound(round));
const problems = [...(await findUnmet()), ...judge(measured), ...(await stop(server))];
await rm(folder, { recursive: true });
console.log(`\n${[...clients.ends].map(([end, count]) => `${end}: ${count}`).join(', ')}`);
for (const problem of problems) console.error(`FAIL  ${problem}`);
if (problems.length === 0) console.log('ok    no leak');
process.exitCode = problems.length === 0 ? 0 : 1;

async function runRound(round: number): Promise<Measured> {
  const [start, count] = [performance.now(), clients.count()];
  await clients.run((minutes / rounds) * 60_000);
  const seconds = (performance.now() - start) / 1000;
  const holding = await settle(server, clients, before);
  const { heap, rss, resources } = holding;
  const sockets = resources.filter((kind) => kind === 'TCPSocketWrap').length;
  const perSecond = (clients.count() - count) / seconds;
  const figures = [perSecond.toFixed(0), toMegabytes(heap), (rss / 1e6).toFixed(0), sockets, resources.length];
  print(((round / rounds) * minutes).toFixed(1), clients.count(), ...figures);
  return { ...holding, requests: clients.count() };
}

/** Measures the server after the traffic. Waits up to three seconds until the server has closed all connections. */
async function settle(server: Server, clients: Clients, expected?: Holding): Promise<Holding> {
  for (const request of settling) await clients.ask(request);
  const until = performance.now() + 3_000;
  let holding = await server.probe();
  while (expected && holding.resources.length > expected.resources.length && performance.now() < until)
    holding = await server.probe();
  return holding;
}

function judge(measured: readonly Measured[]): string[] {
  const rise = toRise(measured);
  const share = Math.round((1 - warmUp) * 100);
  const rule = `In the last ${share} % of the run the heap rose by ${toMegabytes(rise)} MB (least squares over requests), ${toMegabytes(allowance)} MB are allowed`;
  console.log(`\n${rule}.`);
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) return ['There was no round.'];
  // Leaks are counted from the end of the first round, since the number of tenants is constant from then on.
  return [...(rise > allowance ? [rule] : []), ...toLeaks({ ...first, resources: before.resources }, last)];
}

function toMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

/** The faults that never fired. The run did not test them. */
async function findUnmet(): Promise<string[]> {
  const { faults } = (await clients.ask(toAdmin('GET', '/faults'))) as { faults: { id: string; fired: number }[] };
  return faults.flatMap(({ id, fired }) => (fired === 0 ? [`${id} has never fired`] : []));
}

/** Stops the server with a state of a million users, which it must not lose. */
async function stop(server: Server): Promise<string[]> {
  const unrestored = await putMillionUsers(server.url);
  const { code, stderr } = await server.stop();
  return [
    ...unrestored,
    ...(await findMissingUsers(state)),
    ...(code === 0 ? [] : [`the server exited with ${String(code)}`]),
    ...(stderr === '' ? [] : [`the server wrote to stderr: ${stderr}`]),
  ];
}

function print(...columns: readonly (string | number)[]): void {
  console.log(columns.map((column) => String(column).padStart(10)).join(''));
}
