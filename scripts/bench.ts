// Compares the speed and the size of vf-mock with references, in one table.
// Usage: npm run bench [-- --only http-1 --rounds 5 --markdown], or npm run bench -- growth, data, journal, shapes or kept.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureIdle } from './bench/idle.ts';
import { measureLarge } from './bench/large.ts';
import { measurePage } from './bench/page.ts';
import { createProject } from './bench/project.ts';
import { measureState } from './bench/state.ts';
import { measureRefused } from './bench/refused.ts';
import { measureSize } from './bench/size.ts';
import { toMarkdown, toText, type Measure, type Row } from './bench/table.ts';
import { measureHttp, measureInProcess } from './bench/throughput.ts';
import { measureImport, measureStart } from './bench/times.ts';

/** The rows of the table. A rival has the minimum ratio that vf-mock must reach against it. */
const measures: Readonly<Record<string, Measure>> = {
  'http-1000': measureHttp({
    what: '1,000-record chunk over HTTP',
    api: 'vibefollow',
    size: 1000,
    rivals: { limit: undefined, 'limit-validated': 0.9, 'express-json': 1, prism: undefined },
  }),
  'yellow-1000': measureHttp({
    what: '1,000-record chunk of Yellow.ai over HTTP',
    api: 'yellow',
    size: 1000,
    rivals: { limit: undefined, 'limit-validated': undefined, 'express-json': undefined },
  }),
  ledger: measureHttp({
    what: '1,000-record chunk over HTTP, with and without the account of records',
    api: 'vibefollow',
    size: 1000,
    rivals: { 'vf-mock, ledgerLimit: 0': 0.95 },
  }),
  'ledger-new': measureHttp({
    what: '1,000 new records over HTTP, with and without the account of records',
    api: 'vibefollow',
    size: 1000,
    users: 200_000,
    rivals: { 'vf-mock, ledgerLimit: 0': 0.95 },
  }),
  'http-1': measureHttp({
    what: '1-record request over HTTP',
    api: 'vibefollow',
    size: 1,
    rivals: {
      'vf-mock --quiet': undefined,
      limit: undefined,
      'express-hand': 0.9,
      'express-json': 1.5,
      prism: undefined,
    },
  }),
  fetch: measureInProcess({
    what: '1,000-record chunk through mock.fetch, in process',
    ours: 'mock-fetch',
    rivals: { function: 0.7, 'msw-count': undefined },
  }),
  msw: measureInProcess({
    what: '1,000-record chunk through MSW, in process',
    ours: 'mock-msw',
    rivals: { 'msw-count': 0.9 },
  }),
  page: measurePage,
  large: measureLarge,
  refused: measureRefused,
  state: measureState,
  start: measureStart,
  import: measureImport,
  size: measureSize,
  idle: measureIdle,
};
const others = ['growth', 'data', 'journal', 'shapes', 'kept'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '11' },
    markdown: { type: 'boolean', default: false },
  },
});
const [other] = positionals;
if (other === undefined) await printTable(values.only ?? Object.keys(measures), Number(values.rounds));
else if (others.includes(other)) await import(`./bench/${other}.ts`);
else throw new Error(`There is no ${other}. Use one of ${others.join(', ')}, or nothing for the table.`);

async function printTable(names: readonly string[], rounds: number): Promise<void> {
  const unknown = names.find((name) => !(name in measures));
  if (unknown !== undefined) throw new Error(`There is no row ${unknown}. Use ${Object.keys(measures).join(', ')}.`);
  const project = await createProject();
  const rows: Row[] = [];
  console.log(toTitle(rounds));
  for (const name of names) {
    const measured = (await measures[name]?.(project, rounds)) ?? [];
    for (const row of measured) if (!values.markdown) console.log(toText(row));
    rows.push(...measured);
  }
  if (values.markdown) console.log(`\n${toMarkdown(rows)}`);
}

function toTitle(rounds: number): string {
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`;
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, Node ${process.version}, ${process.platform}, ${machine}; medians of ${rounds} rounds.`;
}
