import { toJUnitXml, type TestCase } from '../report/junit.ts';
import { toHtml } from './html/html.ts';
import { countsAsFailure, type CaseResult, type CertifyReport } from './report.ts';
import { toMarkdown } from './markdown.ts';
import { toTextReport } from './text.ts';

/** The formats of a report. */
export type ReportKind = 'text' | 'json' | 'junit' | 'html' | 'markdown';

/**
 * Writes a report: as text of 80 columns, as JSON, as the XML of JUnit, as Markdown, or as one HTML page.
 *
 * @example await writeFile('certify.html', reports.html(await certify(options)))
 */
export const reports: Readonly<Record<ReportKind, (report: CertifyReport) => string>> = {
  text: toTextReport,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit: toJUnit,
  html: toHtml,
  markdown: toMarkdown,
};

/** A failed case that does not count is `skipped`, because CI services would otherwise fail the suite. */
function toJUnit({ api, client, cases, strict }: CertifyReport): string {
  const toOutcome = (result: CaseResult): TestCase['outcome'] =>
    result.outcome === 'passed' ? 'passed' : countsAsFailure(result, strict) ? 'failed' : 'skipped';
  return toJUnitXml(
    `vf-mock certify ${api}: ${client}`,
    cases.map((result) => ({ ...toTestCase(result), outcome: toOutcome(result) })),
  );
}

function toTestCase({ id, level, duration, findings, timeline }: CaseResult): Omit<TestCase, 'outcome'> {
  const [group = '', name = ''] = id.split('/');
  const lines = timeline === '' ? findings : [...findings, timeline];
  return { group, name: `${name} (${level})`, seconds: duration / 1000, lines };
}
