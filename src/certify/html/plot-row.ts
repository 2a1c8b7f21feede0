import { clip, markup, type Markup } from './markup.ts';
import { countOf } from '../../report/wrap-text.ts';
import { toLabels, toTextWidth, type Label } from './plot-labels.ts';
import { left, right, type Scale } from './plot-scale.ts';
import { toBar, toEarlySign, toMarker, toTakenLine, toToldBand, toToldEnd, type Band } from './plot-shapes.ts';
import type { ReportedAttempt, ReportedCall } from '../report.ts';
import { nameOutcome, toSeconds } from '../../journal/wording.ts';

/** Values that all rows of a plot share. */
export interface Frame {
  readonly scale: Scale;
  /** Id of the pattern of required waits. */
  readonly hatch: string;
}

/** The height of the row of a call. It is larger if there are shapes below the line. */
export function heightOf({ attempts }: ReportedCall): number {
  return attempts.some(({ early, retryDelay }) => early || retryDelay !== undefined) ? 64 : 42;
}

/** The row of a call: its name on the left, and its attempts on the axis. */
export function toRow(call: ReportedCall, top: number, frame: Frame): Markup {
  const y = top + 24;
  const { attempts } = call;
  const { scale } = frame;
  const bands = attempts.flatMap((attempt) => toBand(attempt, y, scale));
  return markup`<g class="call">
${toCallLabel(call, y)}
${bands.map((band) => toToldBand(frame.hatch, band))}
${bands.map(toToldEnd)}
${attempts.map((attempt) => toTaken(attempt, y, scale))}
${attempts.map((attempt) => toAttempt(call, attempt, y, scale))}
${toLabels(toAnswers(attempts, scale), y - 10)}
${toLabels(toRequiredWaits(attempts, scale), y + 30)}
</g>`;
}

function toCallLabel(reported: ReportedCall, y: number): Markup {
  const { call, operation, records } = reported;
  const name = `call ${call} (${operation})`;
  const detail = `${countOf(records, 'record')}, ${nameOutcome(reported)}`;
  return markup`<text class="name" x="0" y="${y - 3}"><title>${name}, ${detail}</title><tspan class="number">call ${call}</tspan> ${clip(operation, 17)}</text><text class="detail" x="0" y="${y + 12}">${detail.length > 28 ? nameOutcome(reported) : detail}</text>`;
}

function toBand({ attempt, at, duration, retryDelay }: ReportedAttempt, y: number, scale: Scale): Band[] {
  if (retryDelay === undefined) return [];
  const [from, to] = [at + duration, at + duration + retryDelay];
  const isCut = to > scale.end;
  const x = scale.x(from);
  const cut = isCut ? ', longer than the axis' : '';
  const title = `The answer to attempt ${attempt} told to wait ${toSeconds(retryDelay)}, until ${toSeconds(to)}${cut}`;
  return [{ x, y, width: (isCut ? right : scale.x(to)) - x, ms: retryDelay, isCut, title }];
}

function toTaken({ attempt, at, waited }: ReportedAttempt, y: number, scale: Scale): Markup {
  if (waited === undefined) return markup``;
  const title = `Attempt ${attempt} came after ${toSeconds(waited)}`;
  return toTakenLine(scale.x(at - waited), scale.x(at), y, waited, title);
}

/** A bar from the arrival to the end of the answer. The marker at its end shows the result. */
function toAttempt({ call }: ReportedCall, reported: ReportedAttempt, y: number, scale: Scale): Markup {
  const { attempt, at, duration, result, early } = reported;
  const [x, end] = [scale.x(at), scale.x(at + duration)];
  return markup`<g class="attempt" data-call="${call}" data-attempt="${attempt}" data-at="${at}" data-duration="${duration}" data-result="${result}" data-early="${String(early)}"><title>${toTitle(call, reported)}</title>${toBar(result, x, y, Math.max(end - x, 2))}${toMarker(result, end, y)}${early && toEarlySign(x, y)}</g>`;
}

function toTitle(
  call: number,
  { attempt, at, duration, answer, result, waited, requiredWait, early }: ReportedAttempt,
) {
  const required = requiredWait === undefined ? '' : ` of ${toSeconds(requiredWait)}`;
  const wait = waited === undefined ? '' : `, waited ${toSeconds(waited)}${required}`;
  const took = `at ${toSeconds(at)}${wait}, answered after ${toSeconds(duration)}`;
  return `call ${call}, attempt ${attempt}: ${answer} (${result}), ${took}${early ? ': too early!' : ''}`;
}

/** Labels of the answers and the waits. The last answer comes first, because earlier labels get the room. */
function toAnswers(attempts: readonly ReportedAttempt[], scale: Scale): Label[] {
  const answers = attempts.map((attempt): Label => {
    const { at, duration, answer } = attempt;
    // The status is enough here. The title has the whole answer.
    const text = /^\d{3}\b/.exec(answer)?.[0] ?? clip(answer, 28);
    const hasRoom = scale.x(duration) - left > toTextWidth(text);
    const middles = [at + duration, ...(hasRoom ? [at + duration / 2] : [])];
    return { text, at: middles.map((ms) => scale.x(ms)), anchor: 'middle', kind: 'answer' };
  });
  const waits = attempts.flatMap(({ at, waited }): Label[] => {
    const text = toSeconds(Math.round(waited ?? 0));
    const room = scale.x(waited ?? 0) - left;
    if (waited === undefined || room < toTextWidth(text) + 28) return [];
    return [{ text, at: [scale.x(at - waited / 2)], anchor: 'middle', kind: 'wait' }];
  });
  return [...answers.slice(-1), ...answers.slice(0, -1), ...waits];
}

/** Labels of the required waits, below their bands. */
function toRequiredWaits(attempts: readonly ReportedAttempt[], scale: Scale): Label[] {
  return attempts.flatMap(({ at, duration, retryDelay }): Label[] => {
    if (retryDelay === undefined) return [];
    return [
      {
        text: `told ${toSeconds(Math.round(retryDelay))}`,
        at: [scale.x(at + duration)],
        anchor: 'start',
        kind: 'wait',
      },
    ];
  });
}
