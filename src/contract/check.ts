import { setTimeout as wait } from 'node:timers/promises';
import { toRetryTime } from '../retry-after.ts';
import { send, type Answer, type Sent } from './send.ts';
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

/** How and for how long cases are sent. */
export interface Way {
  /** The address of Prism. */
  readonly url: string;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

const mostAttempts = 3;
const mostPolls = 10;
/** Milliseconds between two questions whether something is finished. */
const pollInterval = 1000;
/** Milliseconds that a `Retry-After` may ask for. */
const longestWait = 60_000;

/** Sends the steps of stories one after the other, and judges the answers. */
export async function runStories(stories: readonly Story[], way: Way): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const story of stories) results.push(...(await runStory(story, way)));
  return results;
}

async function runStory({ steps, isChain }: Story, way: Way): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const answers: Answer[] = [];
  for (const step of steps) {
    if (isChain && results.some(({ outcome }) => outcome !== 'conforming')) {
      results.push({ ...toHead(step), outcome: 'skipped', findings: [] });
      continue;
    }
    const sent = await askUntilDone(step, answers, way);
    results.push(toResult(step, sent, answers));
    if ('status' in sent) answers.push(sent);
  }
  return results;
}

async function askUntilDone(step: Step, before: readonly Answer[], way: Way): Promise<Sent> {
  for (let poll = 1; ; poll += 1) {
    const sent = await ask(step, before, way);
    const isEarly = 'status' in sent && !isWrong(step, sent) && step.isEarly?.(sent) === true;
    if (!isEarly || poll === mostPolls) return sent;
    await wait(pollInterval, undefined, way);
  }
}

/** As a client should: it waits as it is told, and then tries again. */
async function ask(step: Step, before: readonly Answer[], way: Way): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await send(way.url, step.request(before), way.timeout, way.signal);
    if (!('status' in sent) || attempt === mostAttempts || step.expected.includes(sent.status)) return sent;
    const retryAfter = sent.headers.get('retry-after') ?? undefined;
    const now = Date.now();
    const until = toRetryTime({ at: now, duration: 0, retryAfter }) ?? Infinity;
    if (![429, 503].includes(sent.status) || until - now > longestWait) return sent;
    await wait(Math.max(until - now, 0), undefined, way);
  }
}

function toResult(step: Step, sent: Sent, before: readonly Answer[]): CaseResult {
  const findings = findWrongs(step, sent, before);
  return {
    ...toHead(step),
    ...('status' in sent && { status: sent.status }),
    outcome: findings.length === 0 ? 'conforming' : 'violating',
    findings,
  };
}

function findWrongs(step: Step, sent: Sent, before: readonly Answer[]): string[] {
  if ('broken' in sent) return [sent.broken];
  if (isWrong(step, sent)) {
    const got = `got ${sent.status}, expected ${step.expected.join(' or ')}`;
    return [...(step.expected.includes(sent.status) ? [] : [got]), ...sent.violations];
  }
  const problem = step.judge?.(sent, before);
  return problem === undefined ? [] : [problem];
}

/** Whether status or form are wrong; only where they are right can be said what the answer says. */
function isWrong({ expected }: Step, { status, violations }: Answer): boolean {
  return !expected.includes(status) || violations.length > 0;
}

function toHead({ operation, name, expected }: Step): Pick<CaseResult, 'operation' | 'name' | 'expected'> {
  return { operation, name, expected };
}
