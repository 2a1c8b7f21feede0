import { setTimeout } from 'node:timers/promises';
import { toRetryTime } from '../http/retry-after.ts';
import type { JudgedResponse, PrismJudge, JudgedResult } from './judge.ts';
import type { Step, Story } from './story.ts';

/** The result of one case. */
export interface CaseResult {
  readonly operation: string;
  readonly name: string;
  /** The statuses that the document allows. */
  readonly expected: readonly number[];
  /** The status of the answer, if there was one. */
  readonly status?: number;
  readonly outcome: 'conforming' | 'violating' | 'skipped';
  /** The problems. */
  readonly findings: readonly string[];
}

const maxAttempts = 3;
const maxPolls = 10;
/** Milliseconds between two polls of an unfinished operation. */
const pollInterval = 1000;
/** Maximum milliseconds of all waits for a `Retry-After` together. */
const maxTotalWait = 120_000;
/** Maximum number of requests in a row without an answer. After that no more requests are sent. */
const maxUnanswered = 10;

/** The finding of each case after that. */
export const serverGone = 'not sent, because the server has stopped answering';

/** The state of a run. */
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
    const isGone = run.unanswered >= maxUnanswered;
    if (hasFailed || isGone) {
      const findings = [isGone ? serverGone : 'not sent, because an earlier case failed'];
      results.push({ ...toHead(step), outcome: 'skipped', findings });
      continue;
    }
    const sent = await pollUntilDone(step, answers, run);
    run.unanswered = 'broken' in sent ? run.unanswered + 1 : 0;
    results.push(toResult(step, sent, answers));
    if ('status' in sent) answers.push(sent);
  }
  return results;
}

async function pollUntilDone(step: Step, before: readonly JudgedResponse[], run: Run): Promise<JudgedResult> {
  for (let poll = 1; ; poll += 1) {
    const sent = await askWithRetries(step, before, run);
    const isEarly = 'status' in sent && !isWrong(step, sent) && step.isEarly?.(sent) === true;
    if (!isEarly || poll === maxPolls) return sent;
    await sleep(pollInterval, run);
  }
}

/** Retries as a client should: it waits as long as Retry-After says. */
async function askWithRetries(step: Step, before: readonly JudgedResponse[], run: Run): Promise<JudgedResult> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await run.judge.ask(step.request(before));
    if (!('status' in sent) || attempt === maxAttempts || step.expected.includes(sent.status)) return sent;
    const wait = toWait(sent);
    if (wait === undefined || run.waited + wait > maxTotalWait) return sent;
    run.waited += wait;
    await sleep(wait, run);
  }
}

/** The wait that an answer requires, in milliseconds. */
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
  const problem = judgeContent(step, sent, before);
  return problem === undefined ? [] : [problem];
}

function judgeContent(step: Step, sent: JudgedResponse, before: readonly JudgedResponse[]): string | undefined {
  try {
    return step.judge?.(sent, before);
  } catch {
    // The step reads properties that Prism should have checked.
    return 'the answer does not have the documented form';
  }
}

/** Whether the status or the form is wrong. Only an answer with the right form can be judged by its content. */
function isWrong({ expected }: Step, { status, violations }: JudgedResponse): boolean {
  return !expected.includes(status) || violations.length > 0;
}

function toHead({ operation, name, expected }: Step): Pick<CaseResult, 'operation' | 'name' | 'expected'> {
  return { operation, name, expected };
}
