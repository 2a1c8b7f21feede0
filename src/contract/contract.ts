import type { ApiName } from '../router.ts';
import { toAccount, type Environment } from './account.ts';
import { casesOf, type Customs } from './cases.ts';
import { runStories, type CaseResult } from './check.ts';
import { operationsOf, statusesOf, type DocumentName } from '../document.ts';
import { startPrism, toDocumentPath } from './prism.ts';
import { send } from './send.ts';
import type { Account, Story } from './story.ts';
import { isLoopback, reach, toUpstream, type Target } from './upstream.ts';
import * as vibefollow from './vibefollow.ts';
import * as yellow from './yellow.ts';

/** What to hold against the document of an API. */
export interface ContractOptions extends Target {
  readonly api: ApiName;
  /** Where `VIBEFOLLOW_API_KEY`, or `YELLOW_API_KEY` and `YELLOW_BOT`, are found. */
  readonly environment: Environment;
  /** Whether only requests are sent that change nothing. */
  readonly isReadOnly: boolean;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** Ends it, with all that it started. */
  readonly signal?: AbortSignal;
}

/** How a server keeps the document of an API. */
export interface ContractReport {
  readonly api: DocumentName;
  readonly upstream: string;
  /** Version of Prism. */
  readonly prism: string;
  readonly conforms: boolean;
  readonly cases: readonly CaseResult[];
  /** Documented statuses that no case asks for: nobody can bring a strange server to them without harm. */
  readonly notAsked: readonly { readonly operation: string; readonly statuses: readonly number[] }[];
}

/**
 * Sends the cases of an API's document through Prism to a server, and judges its answers.
 *
 * @throws In one line if it cannot be done: a server that is down, credentials or Prism that are missing.
 */
export async function checkContract(options: ContractOptions): Promise<ContractReport> {
  const { api, isReadOnly, timeout, signal } = options;
  const upstream = toUpstream(options);
  const account = toAccount(api, options.environment, isLoopback(upstream));
  const stories = isReadOnly ? toReading(api, account) : toStories(api, account);
  if (stories.length === 0) {
    throw new Error(`Failed to check ${api} read-only: all of its operations change something. Leave --read-only out.`);
  }
  const [{ path } = { path: '' }] = operationsOf(api);
  await reach(upstream, path, timeout, signal);
  const base = upstream.href.replace(/\/$/, '');
  const prism = await startPrism({ document: toDocumentPath(api), upstream: base, ...(signal && { signal }) });
  try {
    const way = { url: prism.url, timeout, ...(signal && { signal }) };
    const cases = await runStories(stories, way);
    if (api === 'yellow' && !isReadOnly) {
      for (const request of yellow.toCleanUp(account)) await send(way.url, request, timeout, signal);
    }
    return toReport(options, base, prism.version, cases, account);
  } finally {
    await prism.close();
  }
}

/** All cases of an API. */
export function toStories(api: ApiName, account: Account): Story[] {
  const customs = customsOf(api, account);
  const ofOperations = operationsOf(api).map((one) => ({ isChain: false, steps: casesOf(one, account, customs) }));
  return [...ofOperations, ...{ vibefollow, yellow }[api].toStories(account)];
}

/** Those that change nothing, and need nothing that does. */
function toReading(api: ApiName, account: Account): Story[] {
  const customs = customsOf(api, account);
  const prepare: Customs['prepare'] = (one) => (customs.prepare(one)?.length === 0 ? [] : undefined);
  return operationsOf(api)
    .filter(({ method }) => method === 'GET')
    .map((one) => ({ isChain: false, steps: casesOf(one, account, { ...customs, prepare }) }));
}

function customsOf(api: ApiName, account: Account): Customs {
  return api === 'vibefollow' ? vibefollow.customs : yellow.toCustoms(account);
}

function toReport(
  { api }: ContractOptions,
  upstream: string,
  prism: string,
  cases: readonly CaseResult[],
  { secret }: Account,
): ContractReport {
  const notAsked = operationsOf(api).map((operation) => {
    const asked = new Set(cases.filter((one) => one.operation === operation.id).flatMap(({ expected }) => expected));
    return { operation: operation.id, statuses: statusesOf(operation.id).filter((status) => !asked.has(status)) };
  });
  const mask = (text: string): string => text.replaceAll(secret, '…');
  return {
    api,
    upstream,
    prism,
    conforms: cases.every(({ outcome }) => outcome === 'conforming'),
    cases: cases.map((one) => ({ ...one, findings: one.findings.map(mask) })),
    notAsked,
  };
}
