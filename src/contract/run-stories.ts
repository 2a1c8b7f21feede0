import { setTimeout } from 'node:timers/promises';
import { toRetryTime } from '../http/retry-after.ts';
import type { JudgedResponse, PrismJudge, JudgedResult } from './judge.ts';
import type { Step, Story } from './story.ts';

/** How one case went. */
export interface CaseResult {
  readonly operation: string;
  readonly name: string;
  /** The statuses that the document promises for it. */
  readonly expected: readonly number[];
  /** The status that it got, if any. */
  readonly status?: number;
  readonly outcome: 'conforming' | 'violating' | 'skipped';
  /** What is wrong, in plain words. */
  readonly findings: readonly string[];
}

const mostAttempts = 3;
const mostPolls = 10;
/** Milliseconds between two questions whether something is finished. */
const pollInterval = 1000;
/** Milliseconds that all waits for a `Retry-After` together may take. */
const longestWait = 120_000;
/** So many requests in a row without an answer, and the server is given up. */
const mostUnanswered = 10;

/** What is said of each case after that. */
export const serverGone = 'not sent, because the server has stopped answering';

/** A run on its way. */
interface Run {
  readonly judge: PrismJudge;
  readonly signal: AbortSignal | undefined;
  waited: number;
  unanswered: number;
}

/** Sends the steps of stories one after the other, and judges the answers. */
export async function runStories(
  stories: readonly Story[],
  judge: PrismJudge,
  signal?: AbortSignal,
): Promise<CaseResult[]> {
  const run: Run = { judge, signal, waited: 0, unanswered: 0 };
  const results: CaseResult[] = [];
  for (const story of stories) results.push(...(await runStory(story, run)));
  return results;
}

async function runStory({ steps, isChain }: Story, run: Run): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const answers: JudgedResponse[] = [];
  for (const step of steps) {
    const hasFailed = isChain && results.some(({ outcome }) => outcome !== 'conforming');
    const isGone = run.unanswered >= mostUnanswered;
    if (hasFailed || isGone) {
      const findings = [isGone ? serverGone : 'not sent, because an earlier case failed'];
      results.push({ ...toHead(step), outcome: 'skipped', findings });
      continue;
    }
    const sent = await askUntilDone(step, answers, run);
    run.unanswered = 'broken' in sent ? run.unanswered + 1 : 0;
    results.push(toResult(step, sent, answers));
    if ('status' in sent) answers.push(sent);
  }
  return results;
}

async function askUntilDone(step: Step, before: readonly JudgedResponse[], run: Run): Promise<JudgedResult> {
  for (let poll = 1; ; poll += 1) {
    const sent = await ask(step, before, run);
    const isEarly = 'status' in sent && !isWrong(step, sent) && step.isEarly?.(sent) === true;
    if (!isEarly || poll === mostPolls) return sent;
    await sleep(pollInterval, run);
  }
}

/** As a client should: it waits as it is told, and then tries again. */
async function ask(step: Step, before: readonly JudgedResponse[], run: Run): Promise<JudgedResult> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await run.judge.ask(step.request(before));
    if (!('status' in sent) || attempt === mostAttempts || step.expected.includes(sent.status)) return sent;
    const wait = toWait(sent);
    if (wait === undefined || run.waited + wait > longestWait) return sent;
    run.waited += wait;
    await sleep(wait, run);
  }
}

/** Milliseconds after which to come again, where an answer says so. */
function toWait({ status, headers }: JudgedResponse): number | undefined {
  const now = Date.now();
  const until = toRetryTime({ at: now, duration: 0, retryAfter: headers.get('retry-after') ?? undefined });
  return until === undefined || ![429, 503].includes(status) ? undefined : Math.max(until - now, 0);
}

async function sleep(duration: number, { signal }: Run): Promise<void> {
  await setTimeout(duration, undefined, { signal }).catch(() => signal?.throwIfAborted());
}

function toResult(step: Step, sent: JudgedResult, before: readonly JudgedResponse[]): CaseResult {
  const findings = findWrongs(step, sent, before);
  return {
    ...toHead(step),
    ...('status' in sent && { status: sent.status }),
    outcome: findings.length === 0 ? 'conforming' : 'violating',
    findings,
  };
}

function findWrongs(step: Step, sent: JudgedResult, before: readonly JudgedResponse[]): string[] {
  if ('broken' in sent) return [sent.broken];
  if (isWrong(step, sent)) {
    const question = step.question?.status === sent.status ? ` (${step.question.id})` : '';
    const got = `got ${sent.status}, expected ${step.expected.join(' or ')}${question}`;
    return [...(step.expected.includes(sent.status) ? [] : [got]), ...sent.violations];
  }
  const problem = judge(step, sent, before);
  return problem === undefined ? [] : [problem];
}

function judge(step: Step, sent: JudgedResponse, before: readonly JudgedResponse[]): string | undefined {
  try {
    return step.judge?.(sent, before);
  } catch {
    // It reads what Prism ought to have made sure of.
    return 'the answer does not have the documented form';
  }
}

/** Whether status or form are wrong; only where they are right can be said what the answer says. */
function isWrong({ expected }: Step, { status, violations }: JudgedResponse): boolean {
  return !expected.includes(status) || violations.length > 0;
}

function toHead({ operation, name, expected }: Step): Pick<CaseResult, 'operation' | 'name' | 'expected'> {
  return { operation, name, expected };
}
