import { markup, toAnchor, type Markup } from './markup.ts';
import { countOf } from '../../report/wrap-text.ts';
import { countRejected, heightOf, toRow } from './plot-row.ts';
import { left, right, toScale, width, type Scale } from './plot-scale.ts';
import { round, toHatch } from './plot-shapes.ts';
import type { CaseResult, ReportedCall } from '../report.ts';
import { toSeconds } from '../../journal/wording.ts';

/** Height of an axis with its ticks. */
const axisHeight = 26;
/** A plot with more rows has a second axis at the bottom. */
const manyRows = 10;

/** The timelines of a client in a case, one for each run. Each call has a row. Time runs from left to right. */
export function toPlots(result: CaseResult): Markup {
  const { calls } = result;
  const notes = toNotes(result);
  if (calls.length === 0) return markup`<p class="no-plot">${toAbsence(result)} ${notes}</p>`;
  const runs = [...new Set(calls.map(({ run }) => run))];
  return markup`${runs.map((run) => toFigure(result, run))}${notes !== '' && markup`<p class="no-plot">${notes}</p>`}`;
}

/** The timeline of a run. It starts with the first call, because the start of an interpreter tells nothing. */
function toFigure({ id, runs, calls }: CaseResult, run: number): Markup {
  const ofRun = calls.filter((call) => call.run === run);
  const start = ofRun.flatMap(({ attempts }) => attempts).reduce((first, { at }) => Math.min(first, at), Infinity);
  const name = runs.length > 1 && markup`<b>Run ${run}.</b> `;
  const offset = Number.isFinite(start) ? start : 0;
  const moved = ofRun.map((call) => ({
    ...call,
    attempts: call.attempts.map((attempt) => ({ ...attempt, at: attempt.at - offset })),
  }));
  return markup`<figure class="plot"><figcaption>${name}The first call came ${toSeconds(offset)} after the start of the client.</figcaption><div class="scroll">${toDrawing(id, run, moved)}</div></figure>`;
}

function toDrawing(id: string, run: number, calls: readonly ReportedCall[]): Markup {
  const scale = toScale(calls);
  const hatch = `hatch-${run}-${toAnchor(id)}`;
  const tops = calls.map(
    (_, index) => axisHeight + calls.slice(0, index).reduce((sum, call) => sum + heightOf(call), 0),
  );
  const bottom = axisHeight + calls.reduce((sum, call) => sum + heightOf(call), 0);
  const isLong = calls.length > manyRows;
  const height = bottom + (isLong ? axisHeight : 6);
  return markup`<svg role="img" aria-label="${toSummary(run === 1 ? id : `${id}, run ${run}`, calls)}" data-case="${id}" viewBox="0 0 ${width} ${height}">
${toHatch(hatch)}
${toGrid(scale, bottom)}
${toTicks(scale, axisHeight - 10)}${isLong && toTicks(scale, bottom + 16)}
${calls.map((call, index) => markup`<path class="separator" d="M 0 ${tops[index]} H ${width}"/>${toRow(call, tops[index] ?? 0, { scale, hatch })}`)}
</svg>`;
}

function toGrid({ ticks, x }: Scale, bottom: number): Markup {
  const lines = ticks.map(
    (ms) => markup`<path class="tick" data-ms="${ms}" d="M ${round(x(ms))} ${axisHeight - 5} V ${bottom}"/>`,
  );
  return markup`<g class="grid">${lines}<path class="axis" d="M ${left} ${axisHeight} H ${right}"/></g>`;
}

function toTicks({ ticks, x }: Scale, y: number): Markup {
  const labels = ticks.map((ms) => markup`<text x="${round(x(ms))}" y="${y}">${toSeconds(ms)}</text>`);
  return markup`<g class="ticks">${labels}</g>`;
}

function toSummary(name: string, calls: readonly ReportedCall[]): string {
  const attempts = calls.flatMap((call) => call.attempts);
  const end = attempts.reduce((last, { at, duration }) => Math.max(last, at + duration), 0);
  const early = attempts.filter((attempt) => attempt.early).length;
  const counts = `${countOf(calls.length, 'call')} with ${countOf(attempts.length, 'attempt')} in ${toSeconds(end)}`;
  const rejected = calls.reduce((sum, call) => sum + countRejected(call), 0);
  const rejections = rejected === 0 ? '' : `, ${countOf(rejected, 'record')} rejected`;
  return `Timeline of ${name}: ${counts}, ${early} of them too early${rejections}`;
}

function toAbsence({ requests }: CaseResult): string {
  return requests === 0
    ? 'There is no timeline: no request of the client arrived.'
    : `There is no timeline: ${countOf(requests, 'request')} arrived, and none of them can be shown as part of a call.`;
}

/** Maximum number of calls whose omitted attempts are counted one by one. */
const maxListed = 10;

/** The calls and attempts that the plot leaves out. */
function toNotes({ calls, omittedCalls: omittedCalls }: CaseResult): string {
  const cut = calls.filter((call) => call.omittedAttempts > 0);
  const names = cut
    .slice(0, maxListed)
    .map((call) => `${countOf(call.omittedAttempts, 'attempt')} of call ${call.call} (${call.operation})`);
  const others = cut.slice(maxListed).reduce((sum, call) => sum + call.omittedAttempts, 0);
  const all = [
    ...(omittedCalls > 0 ? [countOf(omittedCalls, 'further call')] : []),
    ...names,
    ...(others > 0 ? [`${countOf(others, 'attempt')} of other calls`] : []),
  ];
  return all.length === 0 ? '' : `Not shown: ${all.join('; ')}.`;
}
