import { expect, test } from 'vitest';
import { reports, type Cause } from 'vf-mock/certify';
import {
  noAccount,
  createAttempt,
  createCall,
  createCase,
  createReport,
  early,
  hostile,
  textOf,
} from './_certify-reports.ts';

const toHtml = reports.html;

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
  const notRun = { notRun: ['z/last', 'z/very-last'], notRunReason: 'A case failed.' };
  const text = textOf(toHtml(createReport(cases, { passed: false, ...notRun })));
  for (const words of [
    'a client of VibeFollow',
    'node sync.js',
    'Date 2026-01-02 03:04 UTC , in 3 min 7 s',
    'vf-mock 1.2.3, Node 24.1.0, linux x64',
    'Seed 42',
    'Strict no',
    'Failed 1 case of level MUST failed.',
    '1 of 2 MUST passed',
    '1 of 1 SHOULD passed',
    '1 not applicable',
    '2 not run',
    '6 cases',
    '2 cases did not run. A case failed.',
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
    'call 7, attempt 2: 202 (success), at 0.51 s, waited 0.5 s of 2 s, answered after 0.01 s: too early!',
    '#1 at 0 s 429',
    'what it said',
    'what went wrong',
  ]) {
    expect(article).toContain(words);
  }
  expect(html).toContain('told to wait 2 s, until 2.01 s');
});

test('the output of a client is shown only where its case failed', () => {
  const runs = [
    { exitCode: 0, duration: 5, stdout: 'a secret of mine', stderr: '', outputBytes: 16, account: noAccount },
  ];
  expect(toHtml(createReport([createCase({ runs })]))).not.toContain('a secret of mine');
  expect(toHtml(createReport([createCase({ runs, outcome: 'failed' })]))).toContain('a secret of mine');
});

test('how a client ended is told: by a code, by a signal, because it was stopped, and once for each run', () => {
  const run = { duration: 2000, stdout: '', stderr: '', outputBytes: 0, account: noAccount };
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
});

test('failed cases come first on the page, and only they are open', () => {
  const cases = [
    createCase({ id: 'a/passed' }),
    createCase({ id: 'a/should', level: 'SHOULD', outcome: 'failed' }),
    createCase({ id: 'a/not', outcome: 'not applicable' }),
    createCase({ id: 'b/unsure', outcome: 'inconclusive' }),
    createCase({ id: 'b/must', outcome: 'failed' }),
  ];
  const html = toHtml(createReport(cases));
  expect([...html.matchAll(/<h2>([\w ]+?) </g)].map(([, name]) => name)).toEqual([
    'Failed',
    'Inconclusive',
    'Passed',
    'Not applicable',
  ]);
  expect([...html.matchAll(/<details( open)?>\s*<summary><h3>([^<]*)/g)].map(([, open, id]) => [id, open])).toEqual([
    ['b/must', ' open'],
    ['a/should', ' open'],
    ['b/unsure', undefined],
    ['a/passed', undefined],
    ['a/not', undefined],
  ]);
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

const cause: Cause = {
  kind: 'retry-after-honored',
  message: 'The client sent again before the time of Retry-After.',
  level: 'MUST',
  requirement: 'There is no new attempt before that time.',
  source: 'RFC 9110',
  advice: 'Read Retry-After as seconds.',
  cases: ['retry/honours-retry-after', 'retry/some-case'],
  only: ['retry/h', 'retry/some-case'],
};

test('the things to mend come first, each with what to change and its cases', () => {
  const html = toHtml(createReport([early, createCase({ outcome: 'failed' })], { passed: false, causes: [cause] }));
  const list = textOf(/<h2 id="causes">.*<h2 id="summary">/s.exec(html)?.[0] ?? '');
  for (const words of [
    '1 thing to mend',
    'The client sent again before the time of Retry-After.',
    'Change Read Retry-After as seconds.',
    'MUST There is no new attempt before that time. Source: RFC 9110',
    '2 cases retry/honours-retry-after retry/some-case',
    '--only retry/h --only retry/some-case',
  ]) {
    expect(list).toContain(words);
  }
  expect(html.match(/href="#case-retry-honours-retry-after"/g)).toHaveLength(2);
  expect(toHtml(createReport([createCase()]))).not.toContain('to mend');
});

test.for([
  ['Unfinished', []],
  ['Failed, unfinished', [early]],
] as const)('a suite that was stopped is %s', ([verdict, failed]) => {
  const cases = [createCase({ id: 'a/passed' }), ...failed];
  const more = { passed: false, finished: false, notRun: ['z/last'], notRunReason: 'The suite was stopped.' };
  const html = toHtml(createReport(cases, more));
  expect(html).toContain(`<title>${verdict}: a client of VibeFollow`);
  expect(textOf(html)).toMatch(new RegExp(` ${verdict} .* 1 case did not run\\. The suite was stopped\\. `));
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
    runs: [
      {
        signal: hostile,
        stopped: hostile,
        duration: 1,
        stdout: hostile,
        stderr: hostile,
        outputBytes: 9999,
        account: noAccount,
      },
    ],
    calls: [createCall(attempts)],
  });
  const texts = { client: hostile, version: hostile, node: hostile, platform: hostile, startedAt: hostile };
  const fix = { message: hostile, requirement: hostile, source: hostile, advice: hostile, cases: [hostile] };
  const causes = [{ ...cause, ...fix, only: [hostile] }];
  const lists = { causes, notRun: [hostile], notRunReason: hostile };
  const html = toHtml(createReport([evil], { ...texts, ...lists, passed: false }));
  const good = toHtml(createReport([early], { passed: false, causes: [cause], notRun: ['z/last'] }));
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
  const runs = [{ exitCode: 1, duration: 5, stdout, stderr: '', outputBytes: stdout.length, account: noAccount }];
  expect(toHtml(createReport([createCase({ outcome: 'failed', runs })]))).toContain('<pre>one\n\ttwo\nthree</pre>');
});

test('an output of which the middle is left out says how much there was', () => {
  const runs = [{ exitCode: 1, duration: 5, stdout: 'näh', stderr: '', outputBytes: 4, account: noAccount }];
  const cut = [{ exitCode: 1, duration: 5, stdout: 'näh', stderr: '', outputBytes: 5000, account: noAccount }];
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
  expect(toHtml(structuredClone(createReport([early])))).toBe(toHtml(createReport([early])));
});

test('a report without cases is a page that says so', () => {
  expect(textOf(toHtml(createReport([])))).toContain('No case was run.');
  expect(toHtml(createReport([]))).not.toMatch(/<table|NaN/);
});
