import { toPrintable } from '../runtime/printable.ts';
import { toGroups, type CaseResult, type CertifyReport } from './report.ts';
import { toSummaryLine } from './text.ts';

const words = {
  passed: '✅ passed',
  failed: '❌ **failed**',
  'not applicable': '➖ n/a',
  inconclusive: '❔ inconclusive',
} as const;

/** The score card as Markdown, such as for the summary of a GitHub Actions job. */
export function toMarkdown(report: CertifyReport): string {
  const { api, client, cases, notRun } = report;
  const rows = toGroups(cases).flatMap(([, groupCases]) => groupCases.map(toRow));
  const failed = cases.filter(({ outcome }) => outcome === 'failed');
  return (
    [
      `## vf-mock certify ${api}`,
      `**${toSummaryLine(report)}** with ${toCode(toPrintable(client))}`,
      ['| case | level | outcome |', '| --- | --- | --- |', ...rows].join('\n'),
      ...failed.map(toDetails),
      ...(notRun.length === 0 ? [] : [`Not run: ${notRun.join(', ')}`]),
    ].join('\n\n') + '\n'
  );
}

function toRow({ id, level, outcome }: CaseResult): string {
  return `| ${id} | ${level} | ${words[outcome]} |`;
}

function toDetails({ id, requirement, source, findings, timeline }: CaseResult): string {
  const blocks = [
    `### ${id}`,
    `${requirement} (${source})`,
    findings.map((finding) => `- ${escapeMarkdown(finding)}`).join('\n'),
    ...(timeline === '' ? [] : [toBlock(timeline)]),
  ];
  return blocks.join('\n\n');
}

/** A code block. Its fence must be longer than every fence in the text. */
function toBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.split('\n').map(toPrintable).join('\n')}\n${fence}`;
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
