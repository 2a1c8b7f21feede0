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

/** The server to check, and the settings. */
export interface ContractOptions extends Target {
  readonly api: ApiName;
  /** Environment variables with key and tenant, by the names in the document of the API. */
  readonly environment: Environment;
  /** Whether to send only requests that change nothing. */
  readonly isReadOnly: boolean;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  /** Aborting it stops the check and Prism. */
  readonly signal?: AbortSignal | undefined;
}

/** The result of a check of a server. */
export interface ContractReport {
  readonly api: DocumentName;
  readonly upstream: string;
  /** Version of Prism. */
  readonly prism: string;
  readonly conforms: boolean;
  readonly cases: readonly CaseResult[];
  /** Documented statuses that no case tests, because no harmless request causes them. */
  readonly untested: readonly { readonly operation: string; readonly statuses: readonly number[] }[];
  /** Ids of the users that the check created and could not remove. */
  readonly leftovers: readonly string[];
}

/**
 * Sends the cases of an API's document through Prism to a server, and judges its answers.
 *
 * @throws If the server is down, or if credentials or Prism are missing. The message is one line.
 */
export async function checkContract(options: ContractOptions): Promise<ContractReport> {
  const { api, isReadOnly, timeout, signal } = options;
  const upstream = toUpstream(options);
  const account = createAccount(api, options.environment, isLoopback(upstream));
  const stories = isReadOnly ? toReadOnlyStories(api, account) : toStories(api, account);
  if (stories.length === 0) {
    throw new Error(
      `Failed to check ${api} read-only: all of its operations change something, so there is nothing to send.`,
    );
  }
  const base = upstream.href.replace(/\/$/, '');
  const [{ path } = { path: '' }] = operationsOf(api);
  await assertReachable(base, path, { timeout, signal });
  const judge = await openJudge({ document: toDocumentPath(api), upstream: base, timeout, signal });
  // The report contains this list. The list is filled at the end.
  const leftovers: string[] = [];
  try {
    const cases = await runStories(stories, judge, signal);
    return toReport({ api, upstream: base, prism: judge.version, cases, leftovers }, account);
  } finally {
    await judge.close();
    // Removes users also after an abort.
    if (!isReadOnly) leftovers.push(...(await removeUsers(base, vendors[api].toRemovals(account), timeout)));
  }
}

/** All cases of an API. */
export function toStories(api: ApiName, account: Account): Story[] {
  const practice = vendors[api].toPractice(account);
  const ofOperations = operationsOf(api).map((operation) => ({
    isChain: false,
    steps: casesOf(operation, account, practice),
  }));
  return [...ofOperations, ...vendors[api].toStories(account)];
}

/** The cases that change nothing, and need no request that changes something. */
function toReadOnlyStories(api: ApiName, account: Account): Story[] {
  const practice = vendors[api].toPractice(account);
  const prepare: VendorPractice['prepare'] = (operation) =>
    practice.prepare(operation)?.length === 0 ? [] : undefined;
  return operationsOf(api)
    .filter(({ method }) => method === 'GET')
    .map((operation) => ({ isChain: false, steps: casesOf(operation, account, { ...practice, prepare }) }));
}

function toReport(
  found: Pick<ContractReport, 'upstream' | 'prism' | 'cases' | 'leftovers'> & { readonly api: ApiName },
  { secret }: Account,
): ContractReport {
  const { api, upstream, prism, cases, leftovers } = found;
  const sent = cases.filter(({ outcome }) => outcome !== 'skipped');
  const untested = operationsOf(api).map(({ id }) => {
    const tested = new Set(sent.filter(({ operation }) => operation === id).flatMap(({ expected }) => expected));
    return { operation: id, statuses: statusesOf(id).filter((status) => !tested.has(status)) };
  });
  return {
    api,
    upstream,
    prism,
    conforms: cases.every(({ outcome }) => outcome === 'conforming'),
    cases: cases.map((result) => ({ ...result, findings: result.findings.map((text) => maskSecret(text, secret)) })),
    untested: untested.filter(({ statuses }) => statuses.length > 0),
    leftovers,
  };
}

/** Masks a secret in all its spellings: plain, in JSON and in a URL. */
function maskSecret(text: string, secret: string): string {
  const spellings = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  return spellings.reduce((masked, spelling) => masked.replaceAll(spelling, '…'), text);
}
