// How quick and how light ours is, beside references, in one table of one run.
// Usage: npm run bench [-- --only http-1 --rounds 5], or npm run bench -- growth, data or journal for what these tell.
import { parseArgs } from 'node:util';
import { createProject } from './bench/project.ts';
import { print } from './bench/table.ts';
import { measureHttp, measureInProcess, type Measure } from './bench/throughput.ts';

const rows: Readonly<Record<string, Measure>> = {
  'http-1000': measureHttp({
    what: '1,000-record chunk over HTTP',
    api: 'vibefollow',
    size: 1000,
    rivals: { limit: undefined, 'limit-validated': 0.9, 'express-json': 1, prism: undefined },
  }),
  'http-1': measureHttp({
    what: '1-record request over HTTP',
    api: 'vibefollow',
    size: 1,
    rivals: {
      limit: undefined,
      'express-hand': 0.9,
      'express-json': 1.5,
      prism: undefined,
      'vf-mock --quiet': undefined,
    },
  }),
  'yellow-1000': measureHttp({
    what: '1,000-record chunk of Yellow.ai over HTTP',
    api: 'yellow',
    size: 1000,
    rivals: { limit: undefined, 'limit-validated': undefined, 'express-json': undefined },
  }),
  fetch: measureInProcess({ what: '1,000 records through mock.fetch', ours: 'mock-fetch', rivals: { function: 0.7 } }),
  msw: measureInProcess({ what: '1,000 records through MSW', ours: 'mock-msw', rivals: { 'msw-count': 0.9 } }),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, rounds: { type: 'string', default: '15' } },
});
const [other] = positionals;
if (other === undefined) await printTable(values.only ?? Object.keys(rows), Number(values.rounds));
else await import(`./bench/${other}.ts`);

async function printTable(names: readonly string[], rounds: number): Promise<void> {
  const project = await createProject();
  for (const name of names) {
    const measure = rows[name];
    if (!measure) throw new Error(`There is no row ${name}. Use one of ${Object.keys(rows).join(', ')}.`);
    print(await measure(project, rounds));
  }
}
