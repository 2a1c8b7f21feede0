import { countOutcomes, toGroups, toScore, type CaseResult, type CertifyReport, type ClientRun } from './report.ts';
import { countOf, wrapText } from '../report/wrap-text.ts';

const words = { passed: 'passed', failed: 'FAILED', 'not applicable': 'n/a', inconclusive: 'unsure' } as const;

/** The report as text, 80 columns wide. */
export function toTextReport(report: CertifyReport): string {
  const { api, client, cases, notRun, seed } = report;
  const groups = toGroups(cases).map(([group, groupCases]) => [group, ...groupCases.flatMap(toCaseLines)].join('\n'));
  const notRunLines = notRun.length === 0 ? [] : [wrapText(`Not run: ${notRun.join(', ')}`, 0).join('\n')];
  const head = wrapText(`vf-mock certify ${api}, seed ${seed}: ${client}`, 0).join('\n');
  return [head, ...groups, ...notRunLines, toSummaryLine(report)].join('\n\n');
}

/** The last line, with the verdict and the score. */
export function toSummaryLine({ cases, passed, strict, duration }: CertifyReport): string {
  const { MUST, SHOULD } = toScore(cases);
  const parts = [
    `MUST ${MUST.passed} of ${MUST.of}`,
    `SHOULD ${SHOULD.passed} of ${SHOULD.of}${strict ? ' (strict)' : ''}`,
    ...(['not applicable', 'inconclusive'] as const).flatMap((outcome) => {
      const count = countOutcomes(cases, outcome);
      return count > 0 ? [`${count} ${outcome}`] : [];
    }),
  ];
  return `${passed ? 'PASSED' : 'FAILED'}: ${parts.join(', ')}, in ${toSeconds(duration)}`;
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
    ...runs.flatMap(toOutput),
  ];
}

/** Wraps a line of a timeline, and keeps its indentation. */
function toTimelineLine(line: string): string[] {
  const text = line.trimStart();
  return text === '' ? [] : wrapText(text, 10 + line.length - text.length);
}

/** Lines without information: brackets, stack frames, and the version line of Node. */
const noise = /^[\s{}()[\];^~]*$|^\s+at |^Node\.js v/;

/** The last lines of the output. */
function toOutput({ exitCode, stdout, stderr }: ClientRun): string[] {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => !noise.test(line));
  const error = lines.slice(0, -3).find((line) => /^\w*(?:Error|Exception|Traceback)\b/.test(line));
  if (lines.length === 0) return [];
  const end = exitCode === undefined ? 'Last output:' : `Exit code ${exitCode}, last output:`;
  return [
    ...wrapText(end, 10),
    ...[...(error === undefined ? [] : [error]), ...lines.slice(-3)].flatMap((line) =>
      wrapText(line.slice(0, 200), 12),
    ),
  ];
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
