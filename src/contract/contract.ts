import { operationsOf, statusesOf, type DocumentName } from '../openapi/document.ts';
import type { ApiName } from '../openapi/router.ts';
import { createAccount, type Environment } from './account.ts';
import { casesOf, type VendorPractice } from './cases.ts';
import { runStories, type CaseResult } from './run-stories.ts';
import { openJudge } from './judge.ts';
import { toDocumentPath } from './prism.ts';
import type { Account, Story } from './story.ts';
import { isLoopback, assertReachable, removeUsers, toUpstream, type Target } from './upstream.ts';
import { vendors } from './vendors.ts';

/** What to hold against the document of an API. */
export interface ContractOptions extends Target {
  readonly api: ApiName;
  /** Where key and tenant are found, by the names that the document of the API gives. */
  readonly environment: Environment;
  /** Whether only requests are sent that change nothing. */
  readonly isReadOnly: boolean;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** Ends it, with all that it started. */
  readonly signal?: AbortSignal | undefined;
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
  readonly untested: readonly { readonly operation: string; readonly statuses: readonly number[] }[];
  /** The users that the checks have made and could not remove. */
  readonly leftovers: readonly string[];
}

/**
 * Sends the cases of an API's document through Prism to a server, and judges its answers.
 *
 * @throws In one line if it cannot be done: a server that is down, credentials or Prism that are missing.
 */
export async function checkContract(options: ContractOptions): Promise<ContractReport> {
  const { api, isReadOnly, timeout, signal } = options;
  const upstream = toUpstream(options);
  const account = createAccount(api, options.environment, isLoopback(upstream));
  const stories = isReadOnly ? toReading(api, account) : toStories(api, account);
  if (stories.length === 0) {
    throw new Error(
      `Failed to check ${api} read-only: all of its operations change something, so there is nothing to send.`,
    );
  }
  const base = upstream.href.replace(/\/$/, '');
  const [{ path } = { path: '' }] = operationsOf(api);
  await assertReachable(base, path, { timeout, signal });
  const judge = await openJudge({ document: toDocumentPath(api), upstream: base, timeout, signal });
  // The report holds this very list, which is filled when all is over.
  const leftovers: string[] = [];
  try {
    const cases = await runStories(stories, judge, signal);
    return toReport({ api, upstream: base, prism: judge.version, cases, leftovers }, account);
  } finally {
    await judge.close();
    // Also where it was stopped before the end.
    if (!isReadOnly) leftovers.push(...(await removeUsers(base, vendors[api].toRemovals(account), timeout)));
  }
}

/** All cases of an API. */
export function toStories(api: ApiName, account: Account): Story[] {
  const customs = vendors[api].toCustoms(account);
  const ofOperations = operationsOf(api).map((one) => ({ isChain: false, steps: casesOf(one, account, customs) }));
  return [...ofOperations, ...vendors[api].toStories(account)];
}

/** Those that change nothing, and need nothing that does. */
function toReading(api: ApiName, account: Account): Story[] {
  const customs = vendors[api].toCustoms(account);
  const prepare: VendorPractice['prepare'] = (one) => (customs.prepare(one)?.length === 0 ? [] : undefined);
  return operationsOf(api)
    .filter(({ method }) => method === 'GET')
    .map((one) => ({ isChain: false, steps: casesOf(one, account, { ...customs, prepare }) }));
}

function toReport(
  found: Pick<ContractReport, 'upstream' | 'prism' | 'cases' | 'leftovers'> & { readonly api: ApiName },
  { secret }: Account,
): ContractReport {
  const { api, upstream, prism, cases, leftovers } = found;
  const sent = cases.filter(({ outcome }) => outcome !== 'skipped');
  const untested = operationsOf(api).map(({ id }) => {
    const asked = new Set(sent.filter(({ operation }) => operation === id).flatMap(({ expected }) => expected));
    return { operation: id, statuses: statusesOf(id).filter((status) => !asked.has(status)) };
  });
  return {
    api,
    upstream,
    prism,
    conforms: cases.every(({ outcome }) => outcome === 'conforming'),
    cases: cases.map((one) => ({ ...one, findings: one.findings.map((text) => mask(text, secret)) })),
    untested: untested.filter(({ statuses }) => statuses.length > 0),
    leftovers,
  };
}

/** However it is written. */
function mask(text: string, secret: string): string {
  const written = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  return written.reduce((masked, one) => masked.replaceAll(one, '…'), text);
}
