import { batch } from '@preact/signals';
import { ask } from './ask.ts';
import { addRows, clearRows, listUnended, newestNumber, revision } from './rows.ts';
import { connection, judgedUpTo, seenAt, summary, verdicts } from './run.ts';
import type { Row, RowList, Summary, Verdicts } from './shapes.ts';
import { compareAgain, expected } from './top/expected.ts';

/** Shortest and longest time between two looks, in milliseconds. */
const pace = 250;
const longestPace = 1000;
/** The server works for the page in at most one of so many milliseconds. */
const share = 30;
/** The same for what looks at all requests, while clients send. */
const largeShare = 100;
/** Milliseconds before a look that failed is done again. */
const patience = 1000;
/** Requests that ended are asked for one by one up to this number, and from the first of them on beyond it. */
const maxSingles = 10;

let isBusy = false;
/** How often a look was asked for. */
let wishes = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let due = Infinity;
let isWhole = false;
let mayLook = 0;

/** What verdicts depend on. */
const judge = seldom(
  ({ run, event, requests }) => [run, event, requests.total, requests.underWay].join(),
  async () => {
    const newest = newestNumber();
    const found = await get<Verdicts>('verdicts');
    batch(() => {
      verdicts.value = found;
      judgedUpTo.value = newest;
    });
  },
);
const compare = seldom(
  ({ run, counts }) => (expected.peek() === undefined ? '' : `${run},${counts.sent}`),
  compareAgain,
);

/** Looks again soon, but not so often that it slows the server down. `whole` reads all rows again. */
export function requestRefresh(whole = false, notBefore = 0): void {
  isWhole ||= whole;
  wishes += 1;
  const at = Math.max(mayLook, notBefore);
  if (isBusy || at >= due || document.hidden || connection.value !== 'live') return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(() => void refresh(), Math.max(0, at - performance.now()));
}

/** Reads what has changed. */
export async function refresh(): Promise<void> {
  clearTimeout(timer);
  if (isBusy) {
    wishes += 1;
    return;
  }
  [due, isBusy] = [Infinity, true];
  const before = wishes;
  // A look that failed has changed nothing, so it can be done again.
  const later = await look().catch(() => performance.now() + patience);
  isBusy = false;
  // While something is under way, its end is worth a look.
  if (wishes > before || isRunning(summary.value)) requestRefresh();
  else if (later < Infinity) requestRefresh(false, later);
}

/** When something may be done again that began at `start`. A first time tells nothing, since the server is cold. */
function toNext(start: number, times: number, isFirst: boolean, longest = Infinity): number {
  const end = performance.now();
  return end + Math.min(longest, Math.max(pace, isFirst ? 0 : times * (end - start)));
}

/** Records in a queue are under way without a request. */
function isRunning(given: Summary | undefined): boolean {
  return given !== undefined && given.requests.underWay + given.counts.underWay > 0;
}

/** Returns when it is worth to look again, or `Infinity`. */
async function look(): Promise<number> {
  const start = performance.now();
  const body = await get<Summary>('summary');
  const before = summary.value;
  const isOther = before?.run !== body.run || body.requests.total < before.requests.total;
  const news = isWhole || isOther ? undefined : await fetchNews(body);
  const rows = news ?? (await fetchRows(0));
  batch(() => {
    if (news === undefined) clearRows();
    if (isOther) verdicts.value = undefined;
    isWhole = false;
    summary.value = body;
    seenAt.value = Date.now();
    addRows([...rows, ...body.underWay]);
    // A call that became quiet has no new row.
    if (body.event !== before?.event) revision.value += 1;
  });
  mayLook = toNext(start, share, before === undefined, longestPace);
  // While nobody sends, nobody is slowed down.
  const isQuiet = body.requests.underWay === 0 && body.requests.total === before?.requests.total;
  return Math.min(await judge(body, isQuiet), await compare(body, isQuiet));
}

/**
 * The rows that came since the last look, and those that ended since. `undefined` if the journal has dropped one of them.
 */
async function fetchNews({ requests, underWay }: Summary): Promise<Row[] | undefined> {
  const open = new Set(underWay.map(({ number }) => number));
  const ended = listUnended().filter((number) => !open.has(number));
  const newest = newestNumber();
  const isMany = underWay.length < requests.underWay || ended.length > maxSingles;
  const singles = isMany ? [] : ended;
  const rows = await fetchRows(isMany ? Math.min(newest, (ended[0] ?? newest + 1) - 1) : newest);
  for (const number of singles) rows.push(...(await get<RowList>(`rows?after=${number - 1}&limit=1`)).rows);
  const found = new Set(rows.map(({ number }) => number));
  return ended.every((number) => found.has(number)) ? rows : undefined;
}

async function fetchRows(after: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let next: number | undefined = after; next !== undefined;) {
    const found: RowList = await get<RowList>(`rows?after=${next}`);
    for (const row of found.rows) rows.push(row);
    next = found.next;
  }
  return rows;
}

async function get<Body>(path: string): Promise<Body> {
  const found = await ask<Body>(path);
  if ('refusal' in found) throw new Error(found.refusal.message);
  return found.body;
}

/** What makes the server look at all requests. Returns when it is due, or `Infinity`. */
type Seldom = (given: Summary, isQuiet: boolean) => Promise<number>;

/** Acts if something has changed, but seldom while clients send. */
function seldom(toMark: (given: Summary) => string, act: () => Promise<void>): Seldom {
  let [known, notBefore] = ['', 0];
  return async (given, isQuiet) => {
    const mark = toMark(given);
    const start = performance.now();
    if (mark === known) return Infinity;
    if (start < notBefore && !isQuiet) return Math.min(notBefore, start + patience);
    await act();
    [known, notBefore] = [mark, toNext(start, largeShare, false)];
    return Infinity;
  };
}
