import { palette } from '../../report/palette.ts';

/** The style of the page. The page loads nothing, so it uses fonts of the reader. */
export const pageStyle = `${palette}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { margin: 0; font-size: 17px; font-weight: 600; color: var(--soft); }
h2 { margin: 44px 0 12px; font-size: 21px; line-height: 1.3; }
h3 { margin: 0; font: 600 15px/1.5 var(--mono); }
h4 { margin: 18px 0 6px; font-size: 13px; color: var(--soft); }
p { margin: 0; }
a { color: var(--link); }
code, pre { font-family: var(--mono); font-size: 12.5px; unicode-bidi: isolate; }
pre { margin: 0; padding: 10px 12px; max-height: 26rem; overflow: auto; white-space: pre-wrap; tab-size: 4; background: var(--faint); border-radius: 4px; line-height: 1.45; }

.verdict { margin: 10px 0 24px; padding: 20px 24px; background: var(--paper); border: 1px solid var(--line); border-left: 10px solid var(--green); border-radius: 6px; }
.verdict.failed { border-left-color: var(--vermilion); }
.verdict.not-run { border-left-color: var(--axis); }
.verdict strong { display: flex; align-items: center; gap: 14px; font-size: 44px; line-height: 1.15; letter-spacing: -0.02em; }
.verdict strong svg { width: 40px; height: 40px; }
.verdict p { margin-top: 6px; }
.score { display: flex; flex-wrap: wrap; gap: 12px 44px; margin: 18px 0 0; padding: 0; list-style: none; }
.score b { display: block; font-size: 24px; line-height: 1.25; }
.score span { color: var(--soft); font-size: 13.5px; }
dl.about { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0; }
dl.about dt, dl.facts dt { color: var(--soft); }
dd { margin: 0; min-width: 0; }
.whole { padding: 1px 5px; user-select: all; -webkit-user-select: all; background: var(--faint); border-radius: 4px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.whole span { white-space: nowrap; }

svg.sign { flex: none; width: 15px; height: 15px; }
.sign .fill { fill: currentColor; }
.sign .cut { fill: none; stroke: var(--paper); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.sign .edge { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; }
.passed > .sign { color: var(--passed); }
.failed > .sign { color: var(--failed); }
.outcome { font-size: 13.5px; white-space: nowrap; }
.outcome .sign { margin-right: 6px; vertical-align: -2.5px; }
.outcome.failed { font-weight: 700; }
.level { font-size: 12px; font-weight: 600; letter-spacing: 0.04em; color: var(--soft); }

.card, article { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 14px; text-align: left; vertical-align: baseline; border-top: 1px solid var(--faint); font-weight: 400; }
thead th { border-top: 0; border-bottom: 1px solid var(--line); font-size: 13px; font-weight: 600; color: var(--soft); }
tbody tr.failed { background: var(--alarm); }
.failed > th, .failed > td { border-color: var(--line); }
td.number, th.number { text-align: right; white-space: nowrap; }
td .level { white-space: nowrap; }
tbody th p { color: var(--soft); font-size: 13.5px; }
tbody th a { font-family: var(--mono); font-size: 13px; }
tbody th code { font-size: 13px; }

.causes { margin: 0; padding: 4px 20px 4px 48px; }
.causes li { padding: 12px 0; }
.causes li + li { border-top: 1px solid var(--line); }
.causes li::marker { font-weight: 700; }
.causes h3 { font: inherit; font-weight: 700; }
.causes dl { display: grid; grid-template-columns: max-content 1fr; align-items: baseline; gap: 4px 20px; margin: 6px 0 0; font-size: 14px; }
.causes dt { color: var(--soft); }
.links { display: flex; flex-wrap: wrap; gap: 0 16px; }
.links a { font-family: var(--mono); font-size: 12.5px; }

.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(290px, 1fr)); gap: 10px 28px; margin: 0; padding: 16px 20px; list-style: none; font-size: 14px; }
.legend li { display: flex; gap: 12px; align-items: center; }
.legend svg { flex: none; width: 84px; height: 30px; }

article { position: relative; margin: 0 0 8px; padding: 0 20px; border-left: 4px solid var(--line); }
article.failed { margin-bottom: 16px; border-left-color: var(--vermilion); }
article:has(:target) { box-shadow: 0 0 0 3px var(--target); }
.anchor { position: absolute; top: -8px; }
details[open] { padding-bottom: 18px; }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; margin: 0 -20px; padding: 9px 20px 9px 34px; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ''; position: absolute; left: 16px; top: 15px; border: 5px solid transparent; border-left: 7px solid var(--soft); border-right: 0; }
[open] > summary::before { transform: rotate(90deg); }
summary h3 { flex: 1 1 auto; }
.requirement { flex-basis: 100%; }
details:not([open]) .requirement { color: var(--soft); font-size: 13.5px; }
h2 .aside { font-weight: 400; }
h2 + .aside { margin-bottom: 10px; }
pre + .aside { margin-top: 6px; }
.source, .aside, .no-plot { color: var(--soft); font-size: 13.5px; }
.findings { margin: 12px 0 0; padding: 10px 14px 10px 32px; background: var(--faint); border-radius: 4px; }
.failed .findings { background: var(--alarm); }
.findings li { white-space: pre-wrap; unicode-bidi: isolate; }
dl.facts { display: flex; flex-wrap: wrap; gap: 2px 26px; margin: 12px 0 0; font-size: 13.5px; }
dl.facts div { display: flex; gap: 8px; min-width: 0; }
.no-plot { margin-top: 12px; }

.plot { margin: 12px 0 0; }
.plot .scroll { overflow-x: auto; }
.plot figcaption { margin-bottom: 4px; color: var(--soft); font-size: 13.5px; }
.plot svg { display: block; width: 100%; min-width: 720px; height: auto; }
.plot text { font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
.plot .number { font-weight: 600; }
.plot .detail, .plot .wait, .plot .ticks text { fill: var(--soft); font-size: 11.5px; }
.plot .answer, .plot .wait, .plot .ticks text { text-anchor: middle; }
.plot .answer { font-weight: 600; }
.tick, .separator { fill: none; stroke: var(--line); stroke-width: 1; }
.tick { stroke: var(--tick); }
.axis { fill: none; stroke: var(--axis); stroke-width: 1; }
.bar { stroke: var(--ink); stroke-width: 0.6; fill-opacity: 0.45; }
.success { fill: var(--green); }
.refused { fill: var(--orange); }
.bar.failed { fill: var(--vermilion); }
.marker.success, .marker.refused { stroke: var(--ink); stroke-width: 1; }
path.marker.failed { fill: none; stroke: var(--failed); stroke-width: 3.4; stroke-linecap: round; }
.hatch { fill: none; stroke: var(--blue); stroke-width: 2.4; }
.hatch-back { fill: var(--paper); }
.told { stroke: var(--blue); stroke-width: 0.8; }
.told-end { fill: none; stroke: var(--blue); stroke-width: 2.2; }
.told-on { fill: var(--blue); }
.taken { stroke: var(--ink); stroke-width: 1.6; }
.early { fill: var(--yellow); stroke: var(--ink); stroke-width: 1.1; stroke-linejoin: round; }
svg text.early-mark { font-size: 11px; font-weight: 800; text-anchor: middle; fill: #000; }
.attempt:hover .bar { stroke-width: 2; }

@media screen and (max-width: 620px) {
  main { padding: 20px 12px 40px; }
  .verdict, article { padding-left: 14px; padding-right: 14px; }
  summary { margin: 0 -14px; padding-right: 14px; }
  summary h3 { flex-basis: 100%; }
  .verdict strong { font-size: 34px; }
  dl.about, .causes dl { grid-template-columns: 1fr; gap: 0; }
  dl.about dd, .causes dd { margin-bottom: 8px; }
  .causes { padding: 4px 14px 4px 32px; }
  th, td { padding: 7px 8px; }
  .summary .extra { display: none; }
  thead th { white-space: nowrap; }
  .summary .outcome { white-space: normal; }
  .summary td:first-child { width: 92px; min-width: 92px; }
  .legend { grid-template-columns: 1fr; }
}
@page { size: A4; margin: 14mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { background: var(--paper); font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  summary::before { display: none; }
  summary { padding-left: 20px; }
  a { color: inherit; text-decoration: none; }
  pre { max-height: none; overflow: visible; }
  .plot .scroll { overflow: visible; }
  .plot svg { min-width: 0; }
  .plot text { font-size: 13px; }
  .plot .detail, .plot .wait, .plot .ticks text { font-size: 12.5px; }
  th, td { padding: 4px 12px; }
  h2 { margin-top: 28px; }
  .plot, article, .legend, .causes li, tr, .findings li { break-inside: avoid; }
  h2, h3, h4, thead { break-after: avoid; }
}
`;
