import { readToken, toHeaders } from './ask.ts';
import { refresh, requestRefresh } from './refresh.ts';
import { connection, notice, reason, summary } from './run.ts';
import { readEntries } from './sse.ts';

/** What makes the page look again. Ends of requests are not among them, since the page looks again while one is under way. */
const types = [
  'exchangeBegan',
  'callQuiet',
  'callGaveUp',
  'faultsChanged',
  'stateChanged',
  'clockChanged',
  'journalCleared',
];
const longestWait = 8000;

/** The place in the stream, to go on after a break. */
let lastId = '';
let wake: (() => void) | undefined;

/** Follows the server for as long as the page is open. */
export async function startLive(): Promise<void> {
  document.addEventListener('visibilitychange', () => document.hidden || requestRefresh());
  for (let wait = 500; ;) {
    const isServed = await follow();
    // A proxy may end a stream that worked, so the first wait is short.
    wait = isServed ? 500 : Math.min(2 * wait, longestWait);
    await pause(connection.value === 'token' ? Infinity : wait);
  }
}

/** Asks again at once, such as with another token. */
export function tryAgain(): void {
  wake?.();
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    wake = resolve;
    if (milliseconds !== Infinity) setTimeout(resolve, milliseconds);
  });
}

/** Reads the stream up to its end. Returns whether the server had one. */
async function follow(): Promise<boolean> {
  try {
    const headers = { ...toHeaders(), ...(lastId !== '' && { 'Last-Event-ID': lastId }) };
    const response = await fetch(`./events?type=${types.join(',')}`, { headers, cache: 'no-store' });
    if (!response.ok || response.body === null) {
      await refuse(response);
      return false;
    }
    for await (const { id, type, data } of readEntries(response.body)) {
      lastId = id;
      if (type === 'hello') await welcome(JSON.parse(data) as { readonly run: string });
      else requestRefresh(type === 'missed' || type === 'journalCleared');
    }
    return true;
  } catch (error) {
    connection.value = 'lost';
    reason.value = error instanceof Error ? error.message : String(error);
    return false;
  }
}

async function welcome({ run }: { readonly run: string }): Promise<void> {
  const before = summary.value?.run ?? run;
  if (before !== run)
    notice.value = `The server was started anew at ${new Date().toLocaleTimeString()}. What it showed before is gone.`;
  connection.value = 'live';
  await refresh();
}

async function refuse(response: Response): Promise<void> {
  const { errors = [] } = (await response.json().catch(() => ({}))) as { readonly errors?: readonly string[] };
  const text = errors.join(' ') || `The server answered ${response.status}.`;
  // The words of the doors, if the server has a token.
  const needsToken = text.startsWith('Send the admin token');
  if (needsToken) connection.value = 'token';
  else connection.value = response.status === 403 ? 'denied' : 'lost';
  if (needsToken) reason.value = readToken() === null ? '' : 'This is not its token.';
  else reason.value = text;
}
