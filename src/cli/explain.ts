import { Command, InvalidArgumentError } from 'commander';
import { nameRecords } from '../journal/wording.ts';
import type { Reconciliation } from '../reconciliation/reconcile.ts';
import type { RecordStory } from '../reconciliation/story.ts';
import { nameCause, nameCounts } from '../reconciliation/wording.ts';
import { wrapText } from '../report/wrap-text.ts';
import { toIso } from '../runtime/clock.ts';
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
    .option('--admin-token <token>', 'the admin token of the server')
    .addHelpText('after', explanation)
    .action(async (id: string | undefined, options: ExplainOptions) => {
      const ask = createAsk(terminal, options);
      if (id === undefined) terminal.print(toCausesText((await ask('reconciliation', {})) as Reconciliation));
      else printStories(terminal, (await ask('records', { id })) as Stories | undefined, id);
    });
}

const explanation = `
${wrapParagraph(`Each record that was sent is stored, rejected, in doubt (stored, but its client does not know it), under way,
or lost. The server may be one of vf-mock serve, or the one of a case of vf-mock certify, while it runs.`)}

Exit codes: 0 explained, 1 no such record was sent, 2 could not be run.`;

interface Stories {
  readonly records: readonly RecordStory[];
}

type Ask = (resource: string, query: Readonly<Record<string, string>>) => Promise<unknown>;

/** Asks the admin API. The answer is `undefined` if there is no such record. */
function createAsk({ env }: Terminal, { url, tenant, adminToken }: ExplainOptions): Ask {
  const base = (url ?? toUrl(env['VF_MOCK_URL'] ?? defaultUrl)).replace(/\/$/, '');
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
    const { errors } = Object(body) as { readonly errors?: readonly string[] };
    if (response.status === 404 && errors) return undefined;
    if (!response.ok || body === undefined) {
      throw new Error(
        `Failed to ask ${base}: ${errors?.join(' ') ?? `it is no vf-mock, and answers ${response.status}.`}`,
      );
    }
    return body;
  };
}

function printStories({ print, fail }: Terminal, stories: Stories | undefined, id: string): void {
  const name = id === '' ? 'without an id' : JSON.stringify(id);
  if (stories !== undefined) {
    print(stories.records.map(toStoryText).join('\n\n'));
    return;
  }
  print(wrapText(`No request carried a record ${name}.`, 0).join('\n'));
  fail();
}

/** The story, and a line for each request that carried the record. */
function toStoryText({ story, requests, attempts }: RecordStory): string {
  const lines = requests.flatMap(({ at, operation, call, attempt, answer }) =>
    wrapText(`${toIso(at)}  ${operation}, call ${call}, attempt ${attempt}: ${answer}`, 2),
  );
  const dropped = attempts - requests.length;
  const more = dropped > 0 ? [`  The journal does not have ${dropped} of ${attempts} requests.`] : [];
  return [...wrapText(`${story}.`, 0), ...lines, ...more].join('\n');
}

/** The counts, and the causes with their first ids, the worst first. */
function toCausesText({ counts, causes, reason }: Reconciliation): string {
  const blocks = causes.flatMap((cause) => [...wrapText(nameCause(cause), 2), ...wrapText(nameRecords(cause.ids), 6)]);
  const title = reason ?? `Records: ${nameCounts(counts)}.`;
  return [...wrapText(title, 0), ...blocks].join('\n');
}

function toUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError(`Give the URL of a server, such as ${defaultUrl}.`);
}
