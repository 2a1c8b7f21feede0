import { markup, type Markup } from './markup.ts';
import { signs, type SignPath } from '../../report/signs.ts';
import { countOf } from '../../report/wrap-text.ts';
import { countOutcomes, countsAsFailure, toScore, type CaseResult, type CertifyReport, type Level } from '../report.ts';
import { toSeconds } from '../../journal/wording.ts';

/** The outcome of a case, or `not run`. */
export type Mark = CaseResult['outcome'] | 'not run';

/** A mark with its word and its shape. */
export function toBadge(mark: Mark): Markup {
  return markup`<span class="outcome ${toClass(mark)}">${toSign(mark)}${mark}</span>`;
}

/** The CSS class of a mark. A class contains no spaces. */
export function toClass(mark: Mark): string {
  return mark.replaceAll(' ', '-');
}

/** A disc with a tick, a square with a cross, a ring with a dash or a question mark, or an empty ring. */
export function toSign(mark: Mark): Markup {
  const shapes = {
    passed: toPaths(signs.fine),
    failed: toPaths(signs.bad),
    'not applicable': markup`<circle class="edge" cx="8" cy="8" r="7"/><path class="edge" d="M 5 8 H 11"/>`,
    inconclusive: markup`<circle class="edge" cx="8" cy="8" r="7"/><path class="edge" d="M 5.8 6.2 A 2.2 2.2 0 1 1 8 8.6 V 9.6 M 8 11.4 V 12.4"/>`,
    'not run': markup`<circle class="edge" cx="8" cy="8" r="7" stroke-dasharray="2.2 2.2"/>`,
  };
  return markup`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${shapes[mark]}</svg>`;
}

/** The paths without a line break between them, which would be a part of the text. */
function toPaths(paths: readonly SignPath[]): Markup {
  return paths
    .map(([part, path]) => markup`<path class="${part}" d="${path}"/>`)
    .reduce((before, path) => markup`${before}${path}`);
}

const levels: readonly Level[] = ['MUST', 'SHOULD'];
const undecided = ['not applicable', 'inconclusive'] as const;

/** The verdict, with its reason and the score. */
export function toVerdict(report: CertifyReport): Markup {
  const { cases, notRun, passed } = report;
  const mark = passed ? 'passed' : hasFailed(report) ? 'failed' : 'not run';
  const score = toScore(cases);
  return markup`<section class="verdict ${toClass(mark)}" aria-label="Verdict">
<strong class="${toClass(mark)}">${toSign(mark)}${nameVerdict(report)}</strong>
<p>${toReason(report)}</p>
<ul class="score">
${levels.map((level) => markup`<li><b>${score[level].passed} of ${score[level].of}</b> <span>${level} passed</span></li>`)}
${undecided.map((outcome) => markup`<li><b>${countOutcomes(cases, outcome)}</b> <span>${outcome}</span></li>`)}
<li><b>${notRun.length}</b> <span>not run</span></li>
</ul>
</section>`;
}

/** `Passed`, `Failed`, `Unfinished`, or `Failed, unfinished` */
export function nameVerdict(report: CertifyReport): string {
  if (report.passed) return 'Passed';
  if (report.finished) return 'Failed';
  return hasFailed(report) ? 'Failed, unfinished' : 'Unfinished';
}

/** Whether a suite that did not pass has failed. An unfinished suite has failed only if a case that counts has. */
function hasFailed({ cases, strict, finished }: CertifyReport): boolean {
  return finished || cases.some((result) => countsAsFailure(result, strict));
}

function toReason({ cases, notRun, notRunReason, strict }: CertifyReport): string {
  const failed = cases.filter(({ outcome }) => outcome === 'failed');
  const unsure = countOutcomes(cases, 'inconclusive');
  const countLevel = (level: Level): number => failed.filter((result) => result.level === level).length;
  const [must, should] = [countLevel('MUST'), countLevel('SHOULD')];
  const tried = cases.some(({ outcome }) => outcome === 'passed');
  const sentences = [
    cases.length === 0 && 'No case was run.',
    failed.length === 0 && tried && 'No case failed.',
    must > 0 && `${countOf(must, 'case')} of level MUST failed.`,
    should > 0 &&
      `${countOf(should, 'case')} of level SHOULD failed${strict ? '' : ', which counts only in a strict certification'}.`,
    unsure > 0 &&
      `${countOf(unsure, 'case')} ${unsure === 1 ? 'is' : 'are'} inconclusive${strict ? '' : ', which counts only in a strict certification'}.`,
    notRun.length > 0 && `${countOf(notRun.length, 'case')} did not run.`,
    notRunReason,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** `12.3 s`, `3 min 7 s` */
export function toDuration(ms: number): string {
  const rounded = Math.round(ms);
  if (rounded < 60_000) return toSeconds(rounded);
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
