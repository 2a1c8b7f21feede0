import { stripVTControlCharacters } from 'node:util';
import { nameCounts } from '../../reconciliation/wording.ts';
import { markup, toAnchor, type Markup } from './markup.ts';
import { toBadge, toClass, toDuration } from './score.ts';
import { toPlots } from './plot.ts';
import type { CaseResult, ClientRun } from '../report.ts';

/** The article of a case. It is open if the case failed. A link into closed details opens them, a link to them does not. */
export function toArticle(result: CaseResult): Markup {
  const { id, level, outcome, requirement, source, timeline } = result;
  return markup`<article class="${toClass(outcome)}"><details${outcome === 'failed' && ' open'}>
<summary><h3>${id}</h3><span class="level">${level}</span>${toBadge(outcome)}<span class="requirement">${requirement}</span></summary>
<span class="anchor" id="${toAnchor(id)}"></span>
<p class="source">Source: ${source}</p>
${toFindings(result)}
${toFacts(result)}
${toPlots(result)}
${timeline !== '' && markup`<h4>The calls in words, timed from the first attempt</h4><pre>${timeline}</pre>`}
${outcome === 'failed' && result.runs.map((run, index) => toOutput(run, toRunName(result, index)))}
</details></article>`;
}

function toFindings({ findings }: CaseResult): Markup {
  const items = findings.map((finding) => markup`<li>${finding}</li>`);
  return items.length === 0 ? markup`` : markup`<ul class="findings">${items}</ul>`;
}

function toFacts(result: CaseResult): Markup {
  const { runs, duration, requests } = result;
  const facts = runs.map((run, index) => toFact(toRunName(result, index), toRunFacts(run).join('. ')));
  const inAll = runs.length < 2 ? [] : [toFact('Time in all', toDuration(duration))];
  return markup`<dl class="facts">${[...facts, ...inAll, toFact('Requests', String(requests))]}</dl>`;
}

function toFact(name: string, value: string): Markup {
  return markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function toRunName({ runs }: CaseResult, index: number): string {
  return runs.length === 1 ? 'Client' : `Run ${index + 1}`;
}

/** Sentences about a run. */
function toRunFacts(run: ClientRun): string[] {
  const end = `${toEnd(run)}, after ${toDuration(run.duration)}`;
  const records = `records: ${nameCounts(run.account.counts)}`;
  return [end, ...(run.stopped === undefined ? [] : [run.stopped.replace(/\.$/, '')]), records];
}

function toEnd({ exitCode, signal }: ClientRun): string {
  if (exitCode !== undefined) return `exit code ${exitCode}`;
  return signal === undefined ? 'no exit code' : `ended by ${signal}`;
}

/** The output of a client without terminal colours. */
function toOutput({ stdout, stderr, outputBytes }: ClientRun, name: string): Markup {
  if (stdout === '' && stderr === '') return markup`<p class="no-plot">${name}: it wrote nothing.</p>`;
  const streams = [
    ['standard output', stdout],
    ['standard error', stderr],
  ] as const;
  const blocks = streams.map(([stream, text]) =>
    text === '' ? markup`` : markup`<h4>${name}, ${stream}</h4><pre>${toPlain(text)}</pre>`,
  );
  const shown = Buffer.byteLength(stdout) + Buffer.byteLength(stderr);
  const rest =
    outputBytes > shown &&
    markup`<p class="aside">The client wrote ${outputBytes} bytes; the report leaves out the middle.</p>`;
  return markup`${blocks}${rest}`;
}

function toPlain(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\r\n?/g, '\n');
}
