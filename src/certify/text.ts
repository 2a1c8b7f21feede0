import { findLastWords } from './last-words.ts';
import {
  countOutcomes,
  toGroups,
  toScore,
  type CaseResult,
  type Cause,
  type CertifyReport,
  type ClientRun,
} from './report.ts';
import { nameCounts } from '../reconciliation/wording.ts';
import { countOf, wrapText } from '../report/wrap-text.ts';

const words = { passed: 'passed', failed: 'FAILED', 'not applicable': 'n/a', inconclusive: 'unsure' } as const;

/** The report as text, 80 columns wide. */
export function toTextReport(report: CertifyReport): string {
  const { api, client, cases, causes, seed } = report;
  const groups = toGroups(cases).map(([group, groupCases]) => [group, ...groupCases.flatMap(toCaseLines)].join('\n'));
  const head = [`vf-mock certify ${api}, seed ${seed}: ${client}`, toOrigin(report)].flatMap((line) =>
    wrapText(line, 0),
  );
  return [head.join('\n'), ...toCauseBlocks(causes), ...groups, ...toNotRun(report), toSummaryLine(report)].join(
    '\n\n',
  );
}

/** When and by what a report was made. */
export function toOrigin({ startedAt, version, node, platform }: CertifyReport): string {
  return `${startedAt}, vf-mock ${version}, Node ${node}, ${platform}`;
}

/** Such as `--only retry/50 --only connection/reset`. */
export function toOnlyOptions({ only }: Pick<Cause, 'only'>): string {
  return only.map((prefix) => `--only ${prefix}`).join(' ');
}

/** Such as `4 things to mend`. */
export function toCausesTitle(causes: readonly Cause[]): string {
  return `${countOf(causes.length, 'thing')} to mend`;
}

function toCauseBlocks(causes: readonly Cause[]): string[] {
  if (causes.length === 0) return [];
  return [toCausesTitle(causes), ...causes.map((cause, index) => toCauseLines(cause, index + 1).join('\n'))];
}

function toCauseLines(cause: Cause, number: number): string[] {
  const { message, level, requirement, source, advice, cases } = cause;
  const [first = '', ...others] = wrapText(message, 5);
  return [
    `${String(number).padStart(3)}. ${first.trimStart()}`,
    ...others,
    ...wrapText(`${level}, ${countOf(cases.length, 'case')}: ${requirement}`, 5),
    ...wrapText(`Source: ${source}`, 5),
    ...wrapText(`Change: ${advice}`, 5),
    ...wrapText(`Run again: ${toOnlyOptions(cause)}`, 5),
  ];
}

function toNotRun({ notRun, notRunReason = '' }: CertifyReport): string[] {
  if (notRun.length === 0) return [];
  return [[...wrapText(notRunReason, 0), ...wrapText(`Not run: ${notRun.join(', ')}`, 0)].join('\n')];
}

/** The last line, with the verdict and the score. */
export function toSummaryLine({ cases, notRun, passed, finished, strict, duration }: CertifyReport): string {
  const { MUST, SHOULD } = toScore(cases);
  const all = cases.length + notRun.length;
  const parts = [
    ...(finished ? [] : [`${cases.length} of ${countOf(all, 'case')}`]),
    `MUST ${MUST.passed} of ${MUST.of}`,
    `SHOULD ${SHOULD.passed} of ${SHOULD.of}${strict ? ' (strict)' : ''}`,
    ...(['not applicable', 'inconclusive'] as const).flatMap((outcome) => {
      const count = countOutcomes(cases, outcome);
      return count > 0 ? [`${count} ${outcome}`] : [];
    }),
    ...(finished && notRun.length > 0 ? [`${notRun.length} not run`] : []),
  ];
  const verdict = !finished ? 'UNFINISHED' : passed ? 'PASSED' : 'FAILED';
  return `${verdict}: ${parts.join(', ')}, in ${toSeconds(duration)}`;
}

/** The result of a case in one line. */
export function toCaseLine({ id, level, outcome, duration }: CaseResult): string {
  return `${words[outcome].padEnd(6)}  ${id.padEnd(38)}  ${level.padEnd(6)}  ${toSeconds(duration).padStart(7)}`;
}

function toCaseLines(result: CaseResult): string[] {
  const { id, outcome, requirement, findings, timeline, runs } = result;
  const head = `  ${toCaseLine({ ...result, id: id.slice(id.indexOf('/') + 1) })}`;
  if (outcome === 'passed') return [head];
  if (outcome !== 'failed') return [head, ...findings.flatMap((finding) => wrapText(finding, 10))];
  return [
    head,
    ...wrapText(requirement, 10),
    ...findings.flatMap((finding) => wrapText(`- ${finding}`, 8)),
    ...timeline.split('\n').flatMap(toTimelineLine),
    ...runs.flatMap(({ account }) => wrapText(`Records: ${nameCounts(account.counts)}`, 10)),
    ...runs.flatMap(toOutput),
  ];
}

/** Wraps a line of a timeline, and keeps its indentation. */
function toTimelineLine(line: string): string[] {
  const text = line.trimStart();
  return text === '' ? [] : wrapText(text, 10 + line.length - text.length);
}

/** The lines of the output that tell most. */
function toOutput(run: ClientRun): string[] {
  const lines = findLastWords(run);
  if (lines.length === 0) return [];
  const end = run.exitCode === undefined ? 'From its output:' : `Exit code ${run.exitCode}, from its output:`;
  return [...wrapText(end, 10), ...lines.flatMap((line) => wrapText(line.slice(0, 200), 12))];
}

function toSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The list of cases for `--list`. */
export function toCaseList(cases: readonly Pick<CaseResult, 'id' | 'level' | 'requirement' | 'source'>[]): string {
  const blocks = toGroups(cases).map(([group, groupCases]) =>
    [
      group,
      ...groupCases.flatMap(({ id, level, requirement, source }) => [
        `  ${id.padEnd(40)}  ${level}`,
        ...wrapText(requirement, 4),
        ...wrapText(`Source: ${source}`, 4),
      ]),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n\n${countOf(cases.length, 'case')}`;
}
