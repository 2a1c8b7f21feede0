import { expect, test } from 'vitest';
import { reports, type CaseResult } from 'vf-mock/certify';
import { createAttempt, createCall, createCase, createReport, hostile } from './_certify-reports.ts';

const toHtml = reports.html;

const early: CaseResult = createCase({
  id: 'retry/honours-retry-after',
  outcome: 'failed',
  requirement: 'There is no new attempt before the time told.',
  findings: ['attempt 2 of call 7 came after 0.5 s; it was told to wait 2 s', 'another finding'],
  timeline: 'call 7: bulkUpsertUsers\n  #1 at 0 s  429',
  runs: [{ exitCode: 3, duration: 1500, stdout: 'what it said', stderr: 'what went wrong', outputBytes: 27 }],
  requests: 2,
  calls: [
    createCall(
      [
        createAttempt(400, { answer: '429 rate_limited', result: 'refused', retryDelay: 2000 }),
        createAttempt(910, { attempt: 2, waited: 500, requiredWait: 2000, early: true }),
      ],
      { call: 7 },
    ),
  ],
});

/** The plot of a case. On the page it follows the facts. */
function toPlot(one: CaseResult): string {
  const page = toHtml(createReport([one]));
  return page.slice(page.lastIndexOf('</dl>'));
}

/** The text between the tags. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

function tagsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/<([a-z!][a-z0-9]*)/gi)].map(([, name = '']) => name.toLowerCase()));
}

test('the page says what was certified, how, and with what result', () => {
  const cases = [
    createCase({ id: 'a/one' }),
    createCase({ id: 'a/two', level: 'SHOULD' }),
    createCase({ id: 'b/three', level: 'SHOULD', outcome: 'not applicable', findings: ['There is no such thing.'] }),
    early,
  ];
  const text = textOf(toHtml(createReport(cases, { passed: false, notRun: ['z/last', 'z/very-last'] })));
  for (const words of [
    'a client of VibeFollow',
    'node sync.js',
    'vf-mock 1.2.3, in 3 min 7 s',
    'Seed 42',
    'Strict no',
    'Failed 1 case of level MUST failed.',
    '1 of 2 MUST passed',
    '1 of 1 SHOULD passed',
    '1 not applicable',
    '2 not run',
    '6 cases',
    'z/very-last',
    'There is no such thing.',
  ]) {
    expect(text).toContain(words);
  }
});

test('a failed case is shown with all that is known of it', () => {
  const html = toHtml(createReport([early], { passed: false }));
  const article = textOf(/<article.*<\/article>/s.exec(html)?.[0] ?? '');
  for (const words of [
    'retry/honours-retry-after MUST failed',
    'There is no new attempt before the time told.',
    'Source: RFC 9110, section 10.2.3',
    'attempt 2 of call 7 came after 0.5 s; it was told to wait 2 s',
    'another finding',
    'exit code 3, after 1.5 s',
    'Requests 2',
    'call 7 bulkUpsertUsers',
    '500 records, delivered',
    'call 7, attempt 2: 202 (success), at 0.91 s, waited 0.5 s of 2 s, answered after 0.01 s: too early!',
    '#1 at 0 s 429',
    'what it said',
    'what went wrong',
  ]) {
    expect(article).toContain(words);
  }
  expect(html).toContain('told to wait 2 s, until 2.41 s');
});

test('the output of a client is shown only where its case failed', () => {
  const runs = [{ exitCode: 0, duration: 5, stdout: 'a secret of mine', stderr: '', outputBytes: 16 }];
  expect(toHtml(createReport([createCase({ runs })]))).not.toContain('a secret of mine');
  expect(toHtml(createReport([createCase({ runs, outcome: 'failed' })]))).toContain('a secret of mine');
});

test('how a client ended is told: by a code, by a signal, because it was stopped, and once for each run', () => {
  const run = { duration: 2000, stdout: '', stderr: '', outputBytes: 0 };
  const runs = [
    { ...run, exitCode: 0 },
    { ...run, signal: 'SIGKILL', stopped: 'certify stopped the client: it still ran after 2 s.' },
    run,
  ];
  const text = textOf(toHtml(createReport([createCase({ runs, duration: 6001 })])));
  expect(text).toContain('Run 1 exit code 0, after 2 s');
  expect(text).toContain('Run 2 ended by SIGKILL, after 2 s. certify stopped the client: it still ran after 2 s.');
  expect(text).toContain('Run 3 no exit code, after 2 s');
  expect(text).toContain('Time in all 6.001 s');
});

test('failed cases come first in the summary, and each line leads to its section', () => {
  const cases = [
    createCase({ id: 'a/passed' }),
    createCase({ id: 'a/should', level: 'SHOULD', outcome: 'failed' }),
    createCase({ id: 'a/not', outcome: 'not applicable' }),
    createCase({ id: 'b/must', outcome: 'failed' }),
  ];
  const html = toHtml(createReport(cases, { notRun: ['c/left'] }));
  const [table = ''] = /<tbody>.*<\/tbody>/s.exec(html) ?? [];
  const ids = [...table.matchAll(/(?:<a [^>]*>|<code>)([^<]*)</g)].map(([, id]) => id);
  expect(ids).toEqual(['b/must', 'a/should', 'a/passed', 'a/not', 'c/left']);
  for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) {
    expect(html.split(`id="${target ?? ''}"`)).toHaveLength(2);
  }
  expect([...html.matchAll(/<h2>(\w+)/g)].map(([, name]) => name)).toEqual(['A', 'B']);
});

test('a failed case that does not count is said not to count', () => {
  const cases = [createCase({ level: 'SHOULD', outcome: 'failed' })];
  expect(textOf(toHtml(createReport(cases)))).toMatch(
    /Passed 1 case of level SHOULD failed, which counts only in a strict/,
  );
  const strict = textOf(toHtml(createReport(cases, { strict: true, passed: false })));
  expect(strict).toMatch(/Failed 1 case of level SHOULD failed\. /);
  expect(strict).toContain('Strict yes');
});

test('no text of a client or of a case becomes markup', () => {
  const attempts = [createAttempt(5, { answer: hostile })];
  const evil = createCase({
    id: `evil/${hostile}`,
    requirement: hostile,
    source: hostile,
    outcome: 'failed',
    findings: [hostile, hostile],
    timeline: hostile,
    runs: [{ signal: hostile, stopped: hostile, duration: 1, stdout: hostile, stderr: hostile, outputBytes: 9999 }],
    calls: [createCall(attempts)],
  });
  const html = toHtml(createReport([evil], { client: hostile, version: hostile, notRun: [hostile], passed: false }));
  const good = toHtml(createReport([early], { passed: false, notRun: ['z/last'] }));
  const allowed = new Set([...tagsOf(good), 'p']);
  expect([...tagsOf(html)].filter((tag) => !allowed.has(tag))).toEqual([]);
  expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]* on\w+=/);
  // eslint-disable-next-line no-control-regex
  expect(html).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\uFEFF]/);
  expect(html).not.toMatch(/\p{Cs}/u);
  expect(html).toContain('שלום');
});

test('the colours of an output are gone, and its lines stay', () => {
  const stdout = '\u001B[32mone\u001B[0m\r\n\ttwo\rthree';
  const runs = [{ exitCode: 1, duration: 5, stdout, stderr: '', outputBytes: stdout.length }];
  expect(toHtml(createReport([createCase({ outcome: 'failed', runs })]))).toContain('<pre>one\n\ttwo\nthree</pre>');
});

test('an output of which the middle is left out says how much there was', () => {
  const runs = [{ exitCode: 1, duration: 5, stdout: 'näh', stderr: '', outputBytes: 4 }];
  const cut = [{ exitCode: 1, duration: 5, stdout: 'näh', stderr: '', outputBytes: 5000 }];
  expect(toHtml(createReport([createCase({ outcome: 'failed', runs })]))).not.toContain('left out');
  expect(toHtml(createReport([createCase({ outcome: 'failed', runs: cut })]))).toContain('The client wrote 5000 bytes');
});

test('the page refers to nothing outside of itself and has no script', () => {
  const html = toHtml(createReport([early], { passed: false }));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/<(script|link|img|iframe|object|base)\b|@import|https?:/i);
  expect(
    [...html.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)/g)].filter(([, a, b]) => !(a ?? b)?.startsWith('#')),
  ).toEqual([]);
});

test('the same report is the same page', () => {
  const report = createReport([early, createCase()], { passed: false });
  expect(toHtml(structuredClone(report))).toBe(toHtml(report));
});

test('a report without cases is a page that says so', () => {
  const html = toHtml(createReport([]));
  expect(textOf(html)).toContain('No case was run.');
  expect(html).not.toContain('<table');
  expect(html).not.toContain('NaN');
});

test('a case without requests has a sentence in place of a plot', () => {
  expect(textOf(toPlot(createCase()))).toContain('no request of the client arrived');
  expect(textOf(toPlot(createCase({ requests: 1 })))).toContain('1 request arrived');
  expect(toPlot(createCase())).not.toContain('<svg');
});

test('what a plot leaves out is said in words', () => {
  const attempts = [createAttempt(0)];
  const calls = Array.from({ length: 12 }, (_, index) => createCall(attempts, { call: index + 1, omittedAttempts: 1 }));
  const text = textOf(toPlot(createCase({ calls, omittedCalls: 3 })));
  expect(text).toContain('Not shown: 3 further calls; 1 attempt of call 1 (bulkUpsertUsers);');
  expect(text).toContain('1 attempt of call 10 (bulkUpsertUsers); 2 attempts of other calls.');
  expect(textOf(toPlot(createCase({ omittedCalls: 1, requests: 1 })))).toContain('Not shown: 1 further call.');
  expect(textOf(toPlot(createCase({ calls: [createCall(attempts)] })))).not.toContain('Not shown');
});

test('each attempt and each wait can be read from the plot', () => {
  const plot = toPlot(early);
  expect(plot).toContain('data-case="retry/honours-retry-after"');
  expect([...plot.matchAll(/<g class="attempt"([^>]*)>/g)].map(([, data]) => data)).toEqual([
    ' data-call="7" data-attempt="1" data-at="400" data-duration="10" data-result="refused" data-early="false"',
    ' data-call="7" data-attempt="2" data-at="910" data-duration="10" data-result="success" data-early="true"',
  ]);
  expect(plot.match(/class="told[^>]* data-ms="\d+"/g)).toEqual(['class="told" data-ms="2000"']);
  expect(plot.match(/class="taken" data-ms="\d+"/g)).toEqual(['class="taken" data-ms="500"']);
});

test.for([
  [0, 0],
  [0, 1],
  [0.4, 0.2],
  [123_456, 60_000],
  [90_000_000, 5],
])('an axis for an attempt at %d ms that takes %d ms has 2 to 11 round ticks', ([at = 0, duration = 0]) => {
  const plot = toPlot(createCase({ calls: [createCall([createAttempt(at, { duration })]), createCall([])] }));
  const ticks = [...plot.matchAll(/class="tick" data-ms="([^"]*)"/g)].map(([, ms]) => Number(ms));
  const [, step = 0] = ticks;
  expect(ticks[0]).toBe(0);
  expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step))).toFixed(6)));
  expect(ticks.length).toBeGreaterThanOrEqual(2);
  expect(ticks.length).toBeLessThanOrEqual(11);
  expect(plot).not.toMatch(/NaN|Infinity/);
});

test('a delivered call says how many of its records were rejected', () => {
  const call = createCall([createAttempt(0)], { outcome: 'delivered', rejected: 3, records: 1000 });
  expect(toPlot(createCase({ calls: [call] }))).toContain('1000 records, delivered, 3 rejected');
});
