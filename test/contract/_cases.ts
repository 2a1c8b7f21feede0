import { onTestFinished } from 'vitest';
import type { ApiName } from 'vf-mock';
import { createAccount } from '../../src/contract/account.ts';
import { toStories } from '../../src/contract/contract.ts';
import { openJudge } from '../../src/contract/judge.ts';
import { toDocumentPath } from '../../src/contract/prism.ts';
import { runStories, type CaseResult } from '../../src/contract/run-stories.ts';

/** Runs the cases of an API by place, such as `getUser: the user that was added`, with the cases before them. */
export async function openCases(
  api: ApiName,
  url: string,
): Promise<(place: string) => Promise<CaseResult | undefined>> {
  const judge = await openJudge({ document: toDocumentPath(api), upstream: url, timeout: 10_000 });
  onTestFinished(async () => judge.close());
  return async (place) => {
    const isThere = ({ operation, name }: { operation: string; name: string }): boolean =>
      `${operation}: ${name}` === place;
    const stories = toStories(api, createAccount(api, {}, true)).filter(({ steps }) => steps.some(isThere));
    return (await runStories(stories, judge)).find(isThere);
  };
}
