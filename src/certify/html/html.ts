import { clip, markup, toAnchor, type Markup } from './markup.ts';
import { factsOf } from '../../openapi/facts.ts';
import { countOf } from '../../report/wrap-text.ts';
import { toArticle } from './case.ts';
import { toCauseList } from './causes.ts';
import { toLegend } from './legend.ts';
import { nameVerdict, toBadge, toClass, toDuration, toVerdict, type Mark } from './score.ts';
import { pageStyle } from './style.ts';
import type { CaseResult, CertifyReport } from '../report.ts';

/** The report as one HTML page without scripts and network requests. All texts of the client are escaped. */
export function toHtml(report: CertifyReport): string {
  const cases = report.cases.toSorted((a, b) => rank(a) - rank(b));
  const { vendor } = factsOf(report.api);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${`${nameVerdict(report)}: a client of ${vendor}, certified by vf-mock`}</title>
<style>${{ markup: pageStyle }}</style>
</head>
<body>
<main>
<h1>Certification of a client of ${vendor}</h1>
${toVerdict(report)}
${toAbout(report)}
${toCauseList(report)}
${toSummary(cases, report.notRun)}
${cases.some(({ calls }) => calls.length > 0) && toLegend()}
${order.map((outcome) => toSection(outcome, cases))}
</main>
</body>
</html>
`.markup;
}

function toAbout({ client, startedAt, version, node, platform, duration, seed, strict }: CertifyReport): Markup {
  const counting = strict
    ? 'yes: cases of level SHOULD and inconclusive cases count, too'
    : 'no: only cases of level MUST count';
  return markup`<dl class="about">
<dt>Client</dt><dd><code class="whole">${client}</code></dd>
<dt>Date</dt><dd><time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')} UTC</time>, in ${toDuration(duration)}</dd>
<dt>Versions</dt><dd>vf-mock ${version}, Node ${node.replace(/^v/, '')}, ${platform}</dd>
<dt>Seed</dt><dd>${seed}</dd>
<dt>Strict</dt><dd>${counting}</dd>
</dl>`;
}

/** The order of the cases in the table and on the page. */
const order: readonly Mark[] = ['failed', 'inconclusive', 'passed', 'not applicable', 'not run'];

function toSummary(cases: readonly CaseResult[], notRun: readonly string[]): Markup {
  const rows = [...cases.map(toRow), ...notRun.map(toRowNotRun)];
  if (rows.length === 0) return markup``;
  return markup`<h2 id="summary">${countOf(rows.length, 'case')}</h2>
<div class="card"><table class="summary">
<thead><tr><th scope="col">Outcome</th><th scope="col">Case</th><th scope="col">Level</th><th scope="col" class="number extra">Requests</th><th scope="col" class="number extra">Time</th></tr></thead>
<tbody>
${rows}
</tbody>
</table></div>`;
}

/** Failed cases of level SHOULD come after those of level MUST. */
function rank({ outcome, level }: CaseResult): number {
  return 2 * order.indexOf(outcome) + (outcome === 'failed' && level === 'SHOULD' ? 1 : 0);
}

/** Maximum number of characters of a finding in the summary. */
const summaryLength = 160;

function toRow({ id, level, outcome, findings, duration, requests }: CaseResult): Markup {
  const [first] = findings;
  const more = findings.length > 1 && ` (1 of ${findings.length} findings)`;
  const why = outcome !== 'passed' && first !== undefined && markup`<p>${clip(first, summaryLength)}${more}</p>`;
  return markup`<tr class="${toClass(outcome)}"><td>${toBadge(outcome)}</td><th scope="row"><a href="#${toAnchor(id)}">${id}</a>${why}</th><td><span class="level">${level}</span></td><td class="number extra">${requests}</td><td class="number extra">${toDuration(duration)}</td></tr>`;
}

function toRowNotRun(id: string): Markup {
  return markup`<tr class="not-run"><td>${toBadge('not run')}</td><th scope="row"><code>${id}</code></th><td></td><td class="extra"></td><td class="extra"></td></tr>`;
}

/** The cases with this outcome. */
function toSection(mark: Mark, cases: readonly CaseResult[]): Markup {
  const ofMark = cases.filter(({ outcome }) => outcome === mark);
  if (ofMark.length === 0) return markup``;
  return markup`<section><h2>${mark.replace(/^./, (first) => first.toUpperCase())} <span class="aside">${countOf(ofMark.length, 'case')}</span></h2>
${ofMark.map(toArticle)}
</section>`;
}
