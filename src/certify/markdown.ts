import { nameCounts } from '../reconciliation/wording.ts';
import { toPrintable, toPrintableLines } from '../runtime/printable.ts';
import { countOf } from '../report/wrap-text.ts';
import { toGroups, type CaseResult, type Cause, type CertifyReport } from './report.ts';
import { toCausesTitle, toOnlyOptions, toOrigin, toSummaryLine } from './text.ts';

const words = {
  passed: '✅ passed',
  failed: '❌ **failed**',
  'not applicable': '➖ n/a',
  inconclusive: '❔ inconclusive',
} as const;

/** The score card as Markdown, such as for the summary of a GitHub Actions job. */
export function toMarkdown(report: CertifyReport): string {
  const { api, client, cases, causes, notRun, notRunReason = '' } = report;
  const rows = toGroups(cases).flatMap(([, groupCases]) => groupCases.map(toRow));
  const failed = cases.filter(({ outcome }) => outcome === 'failed');
  return (
    [
      `## vf-mock certify ${api}`,
      `**${toSummaryLine(report)}** with ${toCode(toPrintable(client))}`,
      ...toMend(causes),
      ['| case | level | outcome |', '| --- | --- | --- |', ...rows].join('\n'),
      ...failed.map(toDetails),
      ...(notRun.length === 0 ? [] : [`${notRunReason} Not run: ${notRun.join(', ')}`]),
      `Seed ${report.seed}, ${toOrigin(report)}`,
    ].join('\n\n') + '\n'
  );
}

/** The causes as a numbered list. */
function toMend(causes: readonly Cause[]): string[] {
  if (causes.length === 0) return [];
  return [`### ${toCausesTitle(causes)}`, causes.map(toCauseItem).join('\n')];
}

function toCauseItem(cause: Cause, index: number): string {
  const { message, level, requirement, source, advice, cases } = cause;
  return [
    `${index + 1}. **${escapeMarkdown(message)}** (${level}, ${countOf(cases.length, 'case')})`,
    `   - Requirement: ${escapeMarkdown(requirement)} (${escapeMarkdown(source)})`,
    `   - Change: ${escapeMarkdown(advice)}`,
    `   - Cases: ${cases.join(', ')}`,
    `   - Run again: ${toCode(toOnlyOptions(cause))}`,
  ].join('\n');
}

function toRow({ id, level, outcome }: CaseResult): string {
  return `| ${id} | ${level} | ${words[outcome]} |`;
}

function toDetails({ id, requirement, source, findings, timeline, runs }: CaseResult): string {
  const blocks = [
    `### ${id}`,
    `${requirement} (${source})`,
    findings.map((finding) => `- ${escapeMarkdown(finding)}`).join('\n'),
    ...runs.map(({ account }) => `Records: ${nameCounts(account.counts)}`),
    ...(timeline === '' ? [] : [toBlock(timeline)]),
  ];
  return blocks.join('\n\n');
}

/** A code block. Its fence must be longer than every fence in the text. */
function toBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${toPrintableLines(text)}\n${fence}`;
}

function toCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** Findings contain values of the client. These must not become markup. */
function escapeMarkdown(text: string): string {
  return toPrintable(text.replaceAll('\n', ' ')).replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, String.raw`\$&`);
}
