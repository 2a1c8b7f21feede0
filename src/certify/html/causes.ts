import { countOf } from '../../report/wrap-text.ts';
import { markup, toAnchor, type Markup } from './markup.ts';
import type { Cause, CertifyReport } from '../report.ts';

/** The things to mend, worst first. */
export function toCauseList({ causes }: CertifyReport): Markup {
  if (causes.length === 0) return markup``;
  return markup`<h2 id="causes">${countOf(causes.length, 'thing')} to mend</h2>
<ol class="card causes">
${causes.map(toItem)}
</ol>`;
}

function toItem({ message, level, requirement, source, advice, cases, only }: Cause): Markup {
  const links = cases.map((id) => markup`<a href="#${toAnchor(id)}">${id}</a>`);
  return markup`<li><h3>${message}</h3><dl>
<dt>Change</dt><dd>${advice}</dd>
<dt>Requirement</dt><dd><span class="level">${level}</span> ${requirement} <span class="aside">Source: ${source}</span></dd>
<dt>${countOf(cases.length, 'case')}</dt><dd class="links">${links}</dd>
<dt>Run again</dt><dd><code class="whole">${only.map((prefix) => markup`<span>--only</span> ${prefix}`)}</code></dd>
</dl></li>`;
}
