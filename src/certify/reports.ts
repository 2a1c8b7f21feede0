import { escapeControls } from '../runtime/printable.ts';
import { toHtml } from './html/html.ts';
import { toJUnit } from './junit.ts';
import type { CertifyReport } from './report.ts';
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
  json: (report) => `${escapeControls(JSON.stringify(report, null, 2))}\n`,
  junit: toJUnit,
  html: toHtml,
  markdown: toMarkdown,
};
