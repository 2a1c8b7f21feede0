import { gzipSync } from 'node:zlib';
import { loadPage } from '../adapters/page.ts';
import type { components } from '../generated/admin.ts';
import { version } from '../generated/version.ts';
import { isDelivered, isEarly } from '../journal/exchange.ts';
import type { Mock } from '../mock/mock.ts';
import type { SavedRun } from '../report/saved-run.ts';
import type { Verdicts } from '../rules/verdicts.ts';

type Schemas = components['schemas'];
type Row = Schemas['ExchangeRow'];
type Story = Schemas['RecordStory'];
type Exchange = Schemas['Exchange'];

/** Maximum number of bytes of the run inside the page. A browser is slow to open a page with more. */
const capacity = 1_000_000;
const maxStories = 200;
const maxExchanges = 300;
const maxFindings = 100;
const maxIds = 50_000;
/** Maximum number of records to read for the stories. Each story reads all, and a signal must end the server soon. */
const maxRead = 600_000;
/** Maximum number of bytes of a body that is saved. */
const maxBody = 65_536;

/** The page with the run inside. Base64 needs no escape in HTML. */
export async function toRunPage(mock: Mock, savedAt: number): Promise<string> {
  const html = await loadPage();
  const data = fit(await collectRun(mock, savedAt));
  const end = html.lastIndexOf('</body>');
  return `${html.slice(0, end)}<script type="application/json" id="run">${data}</script>\n${html.slice(end)}`;
}

/** A run, and what was left out of it, in words. */
interface Collected {
  readonly run: SavedRun;
  readonly omitted: readonly string[];
}

/** The run, read from the admin API, so that the page gets the same as from a server. */
async function collectRun(mock: Mock, savedAt: number): Promise<Collected> {
  const ask = async <Body>(path: string): Promise<Body | undefined> => {
    const answer = await mock.fetch(`/__admin/${path}`);
    return answer.ok ? ((await answer.json()) as Body) : undefined;
  };
  const summary = await ask<Schemas['Summary']>('summary');
  if (summary === undefined) throw new Error('The mock has no summary.');
  const rows: Row[] = [];
  for (let next: number | undefined = 0; next !== undefined;) {
    const part: Schemas['ExchangeRowList'] | undefined = await ask(`rows?after=${next}`);
    for (const row of part?.rows ?? []) rows.push(row);
    next = part?.next;
  }
  const { sent, stored } = summary.counts;
  const account = sent - stored > maxIds ? undefined : await ask<Schemas['Reconciliation']>('reconciliation');
  const ids = [...new Set(summary.causes.flatMap((cause) => cause.ids))];
  const told = ids.slice(0, Math.min(maxStories, Math.ceil(maxRead / Math.max(summary.counts.sent, 1))));
  const stories = await collect(told, async (id) => {
    const found = await ask<{ readonly records: readonly Story[] }>(`records?id=${encodeURIComponent(id)}`);
    return (found?.records ?? []).filter(({ outcome }) => outcome !== 'stored');
  });
  const troubled = listTroubled(rows);
  const exchanges = await collect(troubled.slice(0, maxExchanges), async ({ number }) => {
    const exchange = await ask<Exchange>(`exchanges/${number}`);
    return exchange === undefined ? [] : [exchange];
  });
  const small = exchanges.map((one) => (hasLargeBody(one) ? withoutBodies(one) : one));
  const omitted = [
    ...(account === undefined ? [idsOfCauses] : []),
    ...(told.length < ids.length ? [`all but the first ${told.length} of ${ids.length} stories of records`] : []),
    ...(troubled.length > maxExchanges ? [`all but the first ${maxExchanges} of ${troubled.length} attempts`] : []),
    ...(exchanges.some(hasLargeBody) ? ['headers and bodies of requests with more than 64 KiB'] : []),
  ];
  const verdicts = mock.verdicts();
  const causes = account && { causes: account.causes };
  return { run: { version, savedAt, summary, verdicts, rows, ...causes, stories, exchanges: small }, omitted };
}

/** Asks for one item after the other. */
async function collect<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const item of items) found.push(...(await find(item)));
  return found;
}

/** The rows of calls that are not fine. Those of calls that were never delivered come first. */
function listTroubled(rows: readonly Row[]): Row[] {
  const worst = new Map<string, number>();
  for (const row of rows) worst.set(nameOf(row), Math.max(worst.get(nameOf(row)) ?? 0, isFine(row) ? 0 : 1));
  const delivered = new Set(rows.filter(isDelivered).map(nameOf));
  const troubled = rows.filter((row) => worst.get(nameOf(row)) === 1);
  return troubled.sort(
    (a, b) => Number(delivered.has(nameOf(a))) - Number(delivered.has(nameOf(b))) || a.number - b.number,
  );
}

function nameOf({ number, tenantId, operation, call }: Row): string {
  return call === undefined ? String(number) : JSON.stringify([tenantId, operation, call]);
}

/** Delivered at once, with all its records. */
function isFine(row: Row): boolean {
  const { rejected = 0, violations = 0 } = row;
  return isDelivered(row) && rejected === 0 && violations === 0 && !isEarly(row);
}

const idsOfCauses = 'the ids of causes beyond the first 20';

/** What can be left out, with the words for it. The next step is taken only if the run is still too large. */
const cuts: readonly (readonly [part: string, cut: (run: SavedRun) => SavedRun])[] = [
  [
    'the requests of calls that are fine',
    (run) => ({ ...run, rows: listTroubled(run.rows).sort((a, b) => a.number - b.number) }),
  ],
  ['the stories of records', (run) => ({ ...run, stories: [] })],
  [idsOfCauses, ({ causes: _causes, ...run }) => run],
  ['the headers and bodies', (run) => ({ ...run, exchanges: run.exchanges.map(withoutBodies) })],
  [`all but the first ${maxFindings} findings of each rule`, (run) => ({ ...run, verdicts: shorten(run.verdicts) })],
  ['the lists of ids of requests', (run) => ({ ...run, exchanges: [] })],
];

/** The packed run. If it is too large, parts are left out, the less important ones first. */
function fit({ run, omitted }: Collected): string {
  let left = run;
  const names = [...omitted];
  let packed = pack(run, names);
  for (const [part, cut] of cuts) {
    if (packed.length <= capacity) return packed;
    if (!names.includes(part)) names.push(part);
    left = cut(left);
    packed = pack(left, names);
  }
  for (let kept = left.rows.length; packed.length > capacity && kept > 0;) {
    kept = Math.floor(kept / 2);
    const rest = `all but the first ${kept} of ${left.rows.length} other requests`;
    packed = pack({ ...left, rows: left.rows.slice(0, kept) }, [...names, rest]);
  }
  return packed;
}

function pack(run: SavedRun, omitted: readonly string[]): string {
  const cut = `This file holds at most 1 MB of a run. Left out: ${omitted.join('; ')}.`;
  return gzipSync(JSON.stringify({ ...run, ...(omitted.length > 0 && { cut }) }), { level: 9 }).toString('base64');
}

function shorten(given: Verdicts): Verdicts {
  const verdicts = given.verdicts.map((one) => ({ ...one, findings: one.findings.slice(0, maxFindings) }));
  return { ...given, verdicts };
}

function withoutBodies({ request: _request, response: _response, ...exchange }: Exchange): Exchange {
  return exchange;
}

function hasLargeBody({ request, response }: Exchange): boolean {
  return [request, response].some((message) => (message?.body.length ?? 0) > maxBody);
}
