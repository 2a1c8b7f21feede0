import { toJUnitXml, type TestCase } from '../report/junit.ts';
import { toHtml } from './html/html.ts';
import { countsAsFailure, type CaseResult, type CertifyReport } from './report.ts';
import { toMarkdown } from './markdown.ts';
import { toTextReport } from './text.ts';

/** How a report can be written. */
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

/** A case that is to be better but does not fail the whole must not fail it where the file is read. */
function toJUnit({ api, client, cases, strict }: CertifyReport): string {
  const toOutcome = (one: CaseResult): TestCase['outcome'] =>
    one.outcome === 'passed' ? 'passed' : countsAsFailure(one, strict) ? 'failed' : 'skipped';
  return toJUnitXml(
    `vf-mock certify ${api}: ${client}`,
    cases.map((one) => ({ ...toTestCase(one), outcome: toOutcome(one) })),
  );
}

function toTestCase({ id, level, duration, findings, timeline }: CaseResult): Omit<TestCase, 'outcome'> {
  const [group = '', name = ''] = id.split('/');
  const lines = timeline === '' ? findings : [...findings, timeline];
  return { group, name: `${name} (${level})`, seconds: duration / 1000, lines };
}
