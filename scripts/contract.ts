// Checks the implementation against the documents. Traffic for every operation and documented status goes through
// Prism, and Prism returns the examples. Exits with 1 if an answer breaks its document or a status is missing.
// Usage: tsx scripts/contract.ts [vibefollow] [yellow] [admin]
import { serve } from '../src/adapters/express.ts';
import { createAccount } from '../src/contract/account.ts';
import { runStories, type CaseResult } from '../src/contract/run-stories.ts';
import { toStories } from '../src/contract/contract.ts';
import { openJudge } from '../src/contract/judge.ts';
import { startPrism, toDocumentPath } from '../src/contract/prism.ts';
import { toTextReport } from '../src/contract/report.ts';
import type { Account, Story } from '../src/contract/story.ts';
import { createCoverage } from '../src/journal/coverage.ts';
import { operationsOf, type DocumentName } from '../src/openapi/document.ts';
import { createMock } from '../src/mock/mock.ts';
import { checkedStatusesOf, toAdminStories } from './contract/admin.ts';
import { findWrongExamples } from './contract/examples.ts';
import { bodyLimit, otherKey, toProvokedStories } from './contract/provoked.ts';

const timeout = 10_000;
const given = process.argv.slice(2);
const all = ['vibefollow', 'yellow', 'admin'] as const;
const names = all.filter((name) => given.length === 0 || given.includes(name));
if (given.some((name) => all.every((known) => known !== name))) throw new Error(`Use ${all.join(', ')}, or none.`);
const accounts: Record<DocumentName, Account> = {
  vibefollow: createAccount('vibefollow', {}, true),
  yellow: createAccount('yellow', {}, true),
  admin: { ...createAccount('vibefollow', {}, true), credentials: { Authorization: 'Bearer contract' } },
};
const mock = createMock({
  clock: 'manual',
  adminToken: 'contract',
  bodyLimit,
  adminBodyLimit: bodyLimit,
  vibefollow: { keys: { [accounts.vibefollow.secret]: 'active', [otherKey]: 'other-project' } },
});
const counter = createCoverage();
mock.journal.subscribe(
  ({ exchange }) => {
    counter.add(exchange);
    if (exchange.bug !== undefined) fail(exchange.bug);
  },
  { type: 'exchangeEnded' },
);
const server = await serve(mock);
try {
  for (const name of names) await checkTraffic(name);
  for (const name of names) await checkExamples(name);
  printCoverage();
} finally {
  await server.close();
}

/** Prints how well the implementation follows a document. */
async function checkTraffic(name: DocumentName): Promise<void> {
  const judge = await openJudge({ document: toDocumentPath(name), upstream: server.url, timeout });
  try {
    const cases = await runStories(storiesOf(name), judge);
    const conforms = cases.every(({ outcome }) => outcome === 'conforming');
    const { version: prism } = judge;
    const report = { api: name, upstream: server.url, prism, conforms, cases, untested: [], leftovers: [] };
    console.log(`${toTextReport(report)}\n`);
    for (const one of findMissing(name, cases)) fail(`${one} is documented, and no case has met it.`);
    if (!conforms) process.exitCode = 1;
  } finally {
    await judge.close();
  }
}

function storiesOf(name: DocumentName): Story[] {
  const account = accounts[name];
  return name === 'admin'
    ? toAdminStories(mock, account)
    : [...toStories(name, account), ...toProvokedStories(name, mock, account)];
}

/** The missing statuses, from the coverage of the mock. For the admin API they come from the cases. */
function findMissing(name: DocumentName, cases: readonly CaseResult[]): string[] {
  if (name === 'admin') {
    const met = new Set(cases.map(({ operation, status }) => `${operation} ${String(status)}`));
    const documented = operationsOf(name).flatMap((one) =>
      checkedStatusesOf(one).map((status) => `${one.id} ${status}`),
    );
    return documented.filter((one) => !met.has(one));
  }
  return counter
    .report()
    .operations.filter(({ api }) => api === name)
    .flatMap(({ operation, statuses }) =>
      statuses.flatMap(({ status, count }) => (count === 0 ? [`${operation} ${status}`] : [])),
    );
}

/** Prints the coverage of the documents. Some parts of shared answers do not occur in every operation. */
function printCoverage(): void {
  for (const [kind, { covered, total }] of Object.entries(counter.report().totals)) {
    console.log(`${kind.padEnd(10)}  ${covered} of ${total} covered`);
  }
}

/** Prints whether Prism returns the examples of the documents. */
async function checkExamples(name: DocumentName): Promise<void> {
  const prism = await startPrism({ document: toDocumentPath(name) });
  try {
    const { asked, wrong } = await findWrongExamples(name, prism.url, accounts[name], timeout);
    for (const one of wrong) fail(one);
    console.log(`${name}: Prism as a mock answers ${asked - wrong.length} of ${asked} examples as documented`);
  } finally {
    await prism.close();
  }
}

function fail(problem: string): void {
  console.log(problem);
  process.exitCode = 1;
}
