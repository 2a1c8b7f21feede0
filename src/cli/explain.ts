import { Command, InvalidArgumentError } from 'commander';
import { nameRecords } from '../journal/wording.ts';
import type { Reconciliation } from '../reconciliation/reconcile.ts';
import type { RecordStory } from '../reconciliation/story.ts';
import { nameCause, nameCounts } from '../reconciliation/wording.ts';
import { wrapText } from '../report/wrap-text.ts';
import { toIso } from '../runtime/clock.ts';
import { readAdminToken, tokenVariable } from './admin-token.ts';
import { withCommonOptions } from './command.ts';
import { toMessage, type Terminal } from './terminal.ts';
import { wrapParagraph } from './variables.ts';

interface ExplainOptions {
  readonly url?: string;
  readonly tenant?: string;
  readonly adminToken?: string;
}

const defaultUrl = 'http://127.0.0.1:4010';

export function toExplainCommand(terminal: Terminal): Command {
  return withCommonOptions(new Command('explain'), terminal)
    .description('ask a running server where records went, and why')
    .argument('[id]', 'id of a record; without it, the causes of all losses')
    .option('--url <url>', `the server (default: VF_MOCK_URL, or ${defaultUrl})`, toUrl)
    .option('--tenant <tenant>', 'only this VibeFollow key, project id or Yellow bot')
    .option('--admin-token <token>', `the admin token of the server (default: ${tokenVariable})`)
    .addHelpText('after', explanation)
    .action(async (id: string | undefined, options: ExplainOptions) => {
      const ask = createAsk(terminal, options);
      if (id === undefined) printCauses(terminal, (await ask('reconciliation', {})) as Reconciliation);
      else printStories(terminal, (await ask('records', { id })) as Stories);
    });
}

const explanation = `
${wrapParagraph(`Each record that was sent is stored, rejected, in doubt (stored, but its client does not know it), under way,
or lost. The server may be one of vf-mock serve, or the one of a case of vf-mock certify, while it runs.`)}

Exit codes: 0 explained, 1 no record or no such record was sent, 2 could not be
run.`;

/** The stories of a record, or the reason why there are none. */
type Stories = { readonly records: readonly RecordStory[] } | { readonly errors: readonly string[] };

type Ask = (resource: string, query: Readonly<Record<string, string>>) => Promise<unknown>;

/** Asks the admin API. */
function createAsk(terminal: Terminal, { url, tenant, ...given }: ExplainOptions): Ask {
  const base = (url ?? readUrl(terminal.env['VF_MOCK_URL'])).replace(/\/$/, '');
  const adminToken = readAdminToken(terminal, given.adminToken);
  const headers = adminToken === undefined ? {} : { authorization: `Bearer ${adminToken}` };
  return async (resource, query) => {
    const search = new URLSearchParams({ ...query, ...(tenant !== undefined && { tenant }) });
    const response = await fetch(`${base}/__admin/${resource}?${search.toString()}`, { headers }).catch(
      (error: unknown) => {
        const { cause = error } = error as { readonly cause?: unknown };
        throw new Error(`Failed to ask ${base}: ${toMessage(cause)}. Start it with vf-mock, or give its --url.`);
      },
    );
    const body: unknown = await response.json().catch(() => undefined);
    const { errors, counts, records } = Object(body) as Partial<Record<string, unknown>>;
    if (response.ok && (counts !== undefined || records !== undefined)) return body;
    // The errors of the APIs, and of other servers, are no texts.
    const [error] = Array.isArray(errors) ? (errors as readonly unknown[]) : [];
    if (typeof error === 'string' && error.startsWith('No record ')) return body;
    const problem = typeof error === 'string' ? error : `it is no vf-mock, and answers ${response.status}.`;
    throw new Error(`Failed to ask ${base}: ${problem}`);
  };
}

function printStories({ print, fail }: Terminal, stories: Stories): void {
  if ('records' in stories) {
    print(stories.records.map(toStoryText).join('\n\n'));
    return;
  }
  print(wrapText(stories.errors.join(' '), 0).join('\n'));
  fail();
}

function printCauses({ print, fail }: Terminal, reconciliation: Reconciliation): void {
  print(toCausesText(reconciliation));
  if (reconciliation.counts.sent === 0) fail();
}

/** The story, a line for each request that carried the record, and its values. */
function toStoryText(record: RecordStory): string {
  const { story, requests, attempts } = record;
  const lines = requests.flatMap(({ at, operation, call, attempt, answer }) =>
    wrapText(`${toIso(at)}  ${operation}, call ${call}, attempt ${attempt}: ${answer}`, 2),
  );
  const dropped = attempts - requests.length;
  const more = dropped > 0 ? [`  The journal does not have ${dropped} of ${attempts} requests.`] : [];
  const values = listValues(record).flatMap((text) => wrapText(text, 2));
  return [...wrapText(`${story}.`, 0), ...lines, ...more, ...values].join('\n');
}

/** What was sent and what is stored, as far as it is known. */
function listValues({ sent, stored, differences, unknown = [] }: RecordStory): string[] {
  const isEqual = differences?.length === 0;
  return [
    ...(isEqual ? [`Sent and stored: ${toShownValue(sent)}`] : []),
    ...(!isEqual && sent !== undefined ? [`Sent: ${toShownValue(sent)}`] : []),
    ...(!isEqual && stored ? [`Stored: ${toShownValue(stored)}`] : []),
    ...(differences ?? []).map(
      (one) => `Different: ${one.property} is ${toShownValue(one.stored)} instead of ${toShownValue(one.sent)}`,
    ),
    ...(unknown.length > 0 ? [`Undocumented: ${unknown.join(', ')}`] : []),
  ];
}

/** Maximum number of characters of a value. */
const longestValue = 300;

/** JSON with blanks between its parts, so that a line can end there. */
function toShownValue(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value, undefined, 1).replaceAll(/\n */g, ' ');
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

/** The counts, and the causes with their first ids, the worst first. */
function toCausesText({ counts, causes, reason }: Reconciliation): string {
  const blocks = causes.flatMap((cause) => [...wrapText(nameCause(cause), 2), ...wrapText(nameRecords(cause.ids), 6)]);
  const title = reason ?? `Records: ${nameCounts(counts)}.`;
  return [...wrapText(title, 0), ...blocks].join('\n');
}

function readUrl(text = ''): string {
  if (text === '') return defaultUrl;
  if (isUrl(text)) return text;
  throw new Error(`VF_MOCK_URL is ${JSON.stringify(text)}. Give the URL of a server, such as ${defaultUrl}.`);
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text);
}

function toUrl(text: string): string {
  if (isUrl(text)) return text;
  throw new InvalidArgumentError(`Give the URL of a server, such as ${defaultUrl}.`);
}
