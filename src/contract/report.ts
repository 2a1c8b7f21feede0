import { countOf, wrapText } from '../report/wrap-text.ts';
import { serverGone, type CaseResult } from './run-stories.ts';
import type { ContractReport } from './contract.ts';

/** Maximum number of further findings of a case in the text. Files have all findings. */
const shownFindings = 2;

/** The report as text, 80 columns wide. */
export function toTextReport(report: ContractReport): string {
  const { api, upstream, prism, cases } = report;
  const operations = [...new Set(cases.map(({ operation }) => operation))];
  const blocks = operations.map((id) => {
    const own = cases.filter(({ operation }) => operation === id);
    const rows = [
      ...groupBy(
        own.filter((one) => !isNotSent(one)),
        toLabel,
      ),
      ...groupBy(own.filter(isNotSent), toLabel),
    ];
    const sorted = rows.toSorted(([a], [b]) => a.localeCompare(b));
    return [id, ...sorted.map(([label, labelCases]) => toRow(label, labelCases))].join('\n');
  });
  const head = `${api} at ${upstream}, judged by Prism ${prism}`;
  return [head, ...blocks, ...toUntested(report), ...toNotes(report), toSummaryLine(cases)].join('\n\n');
}

/** The status of a conforming case, or the expected statuses of another case. */
function toLabel({ outcome, status, expected }: CaseResult): string {
  return outcome === 'conforming' ? String(status) : expected.join(' or ');
}

/** The cases of a row were either all sent, or all not sent. */
function toRow(label: string, cases: readonly CaseResult[]): string {
  const wrong = cases.filter(({ outcome }) => outcome === 'violating');
  const count = countOf(cases.length, 'case');
  const [word, counted] = cases.every(isNotSent)
    ? ['not sent', count]
    : wrong.length === 0
      ? ['conforming', count]
      : ['NOT conforming', `${wrong.length} of ${count}`];
  const head = `  ${label.padEnd(10)}  ${word.padEnd(14)}  ${counted}`;
  // A note below the table reports a server that is gone, once for all cases.
  const explained = cases.filter(({ outcome, findings }) => outcome !== 'conforming' && findings[0] !== serverGone);
  return [head, ...explained.flatMap(toDetails)].join('\n');
}

function isNotSent({ outcome }: CaseResult): boolean {
  return outcome === 'skipped';
}

function toDetails({ name, findings: [first = '', ...others] }: CaseResult): string[] {
  const more = others.length - shownFindings;
  return [
    ...wrapText(`${name}: ${first}`, 4),
    ...others.slice(0, shownFindings).flatMap((finding) => wrapText(finding, 6)),
    ...(more > 0 ? [`      and ${more} more`] : []),
  ];
}

function toUntested({ untested }: ContractReport): string[] {
  if (untested.length === 0) return [];
  const byStatuses = groupBy(untested, ({ statuses }) => statuses.join(', '));
  const lines = [...byStatuses].map(([statuses, operations]) =>
    wrapText(`${statuses} of ${operations.map(({ operation }) => operation).join(', ')}`, 2),
  );
  return [['Documented, but not tested:', ...lines.flat()].join('\n')];
}

function toNotes({ cases, leftovers }: ContractReport): string[] {
  const isOpen = cases.some(({ findings }) => findings.some((finding) => / \((VF|YE)-\d+\)$/.test(finding)));
  const open = 'A finding with VF-… or YE-… depends on an open question: the sources of the vendor differ.';
  return [
    ...(cases.some(({ findings }) => findings[0] === serverGone) ? ['The server has stopped answering.'] : []),
    ...(isOpen ? [wrapText(open, 0).join('\n')] : []),
    ...(leftovers.length > 0
      ? [wrapText(`Users that could not be removed: ${leftovers.join(', ')}`, 0).join('\n')]
      : []),
  ];
}

function toSummaryLine(cases: readonly CaseResult[]): string {
  const countOutcome = (kind: CaseResult['outcome']): number => cases.filter(({ outcome }) => outcome === kind).length;
  const [violating, skipped] = [countOutcome('violating'), countOutcome('skipped')];
  if (violating === 0) return `All ${countOf(cases.length, 'case')} conform.`;
  const verb = violating === 1 ? 'does' : 'do';
  const rest = skipped === 0 ? '' : ` ${skipped} ${skipped === 1 ? 'was' : 'were'} not sent.`;
  return `${violating} of ${countOf(cases.length, 'case')} ${verb} not conform.${rest}`;
}

function groupBy<Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item]);
  return groups;
}
