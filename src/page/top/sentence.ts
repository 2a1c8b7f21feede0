import { countUsers, noun } from '../noun.ts';
import type { Summary } from '../shapes.ts';
import { isOrAre, join, toAge, toCount, toNumber } from '../words.ts';

/** How the run stands. The icon of the tab, the colour and the sign show it too. */
export type Mood = 'empty' | 'running' | 'fine' | 'warning' | 'bad';

/** The state of the run in one sentence, with a second one for what matters too. */
export interface Headline {
  readonly mood: Mood;
  readonly text: string;
  readonly more: string;
}

interface More {
  /** Number of expected users that no request carried. */
  readonly neverSent?: number | undefined;
  /** Whether the server has stopped. Nothing is under way then, whatever it seemed. */
  readonly isOver?: boolean;
}

/** `now` is the time on the mock's clock. */
export function toHeadline(summary: Summary, now: number, { neverSent = 0, isOver = false }: More = {}): Headline {
  const { counts, requests, calls } = summary;
  const isRunning = !isOver && requests.underWay + counts.underWay + calls.open > 0;
  const troubles = [...toTroubles(summary, isRunning), ...toUnsent(neverSent, isRunning)];
  if (isRunning) return { mood: 'running', text: toRunning(summary, now), more: toMore(summary, troubles) };
  const mood = counts.lost + neverSent > 0 ? 'bad' : troubles.length > 0 ? 'warning' : 'fine';
  if (troubles.length > 0) return { mood, text: troubles.join(' '), more: counts.sent === 0 ? '' : toArrived(summary) };
  if (requests.total === 0) return { mood: 'empty', text: 'No request has come yet.', more: '' };
  if (counts.sent === 0) return { mood, text: 'The requests so far carried no user.', more: '' };
  const text = counts.stored === 1 ? `The one ${noun.value} arrived.` : `All ${countUsers(counts.stored)} arrived.`;
  return { mood, text, more: '' };
}

/** What is not fine in a sentence, the worst first. */
function toTroubles(summary: Summary, isRunning: boolean): string[] {
  const { counts } = summary;
  const known: readonly (readonly [count: number, state: string])[] = [
    [counts.lost, 'lost'],
    [counts.inDoubt, 'in doubt'],
    [isRunning ? 0 : counts.underWay, 'without an end'],
    // The reason of what is lost is none of theirs, so they stand apart then.
    [counts.lost + counts.inDoubt === 0 ? counts.rejected : 0, 'rejected'],
    [counts.unaccounted, 'not accounted for'],
  ];
  const sent = known
    .filter(([count]) => count > 0)
    .map(([count, state], at) => `${at === 0 ? countUsers(count) : toNumber(count)} ${isOrAre(count)} ${state}`);
  return sent.length === 0 ? [] : [`${join(sent)}${toReason(summary, isRunning)}.`];
}

function toUnsent(count: number, isRunning: boolean): string[] {
  if (count === 0) return [];
  const state = isRunning ? `${isOrAre(count)} not sent yet` : `${count === 1 ? 'was' : 'were'} never sent`;
  return [`${countUsers(count)} ${state}.`];
}

/** Why users are lost, by what became of their calls. */
function toReason({ counts, calls, causes, requests }: Summary, isRunning: boolean): string {
  if (isRunning || counts.lost + counts.inDoubt === 0) return '';
  // No attempt comes after the end of the server.
  const abandoned = calls.gaveUp + calls.quiet + Math.max(0, calls.open - requests.underWay);
  const parts = [
    ...(abandoned > 0 ? [`${toCount(abandoned, 'call')} ${abandoned === 1 ? 'was' : 'were'} abandoned`] : []),
    ...(calls.refused > 0 ? [`${toCount(calls.refused, 'call')} ${calls.refused === 1 ? 'was' : 'were'} refused`] : []),
  ];
  if (parts.length > 0) return `: ${join(parts)}`;
  const reasons = new Set(
    causes
      .filter(({ outcome, cause }) => cause !== '' && (outcome === 'lost' || outcome === 'inDoubt'))
      .map(({ cause }) => cause),
  );
  return reasons.size === 1 ? `: ${[...reasons].join('')}` : '';
}

function toRunning({ requests, calls, counts }: Summary, now: number): string {
  const open = Math.max(calls.open, requests.underWay);
  const what = open > 0 ? `${toCount(open, 'call')} under way` : `${countUsers(counts.underWay)} in a queue`;
  const age = requests.last === undefined ? '' : `, last request ${toAge(now - requests.last)} ago`;
  return `Running: ${what}${age}.`;
}

function toMore(summary: Summary, troubles: readonly string[]): string {
  const soFar = troubles.length === 0 ? '' : ` So far ${troubles.join(' ')}`;
  return summary.counts.sent === 0 ? soFar.trim() : toArrived(summary) + soFar;
}

function toArrived({ counts }: Summary): string {
  const apart = counts.lost + counts.inDoubt > 0 && counts.rejected > 0;
  const rejected = apart ? `, ${toNumber(counts.rejected)} ${isOrAre(counts.rejected)} rejected` : '';
  return `${toNumber(counts.stored)} of ${countUsers(counts.sent)} arrived${rejected}.`;
}
