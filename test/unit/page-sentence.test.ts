import { expect, test } from 'vitest';
import type { Summary } from '../../src/page/shapes.ts';
import { toHeadline } from '../../src/page/top/sentence.ts';

interface Run {
  readonly counts?: Partial<Summary['counts']>;
  readonly calls?: Partial<Summary['calls']>;
  readonly requests?: Partial<Summary['requests']>;
  /** The causes of what is lost. */
  readonly causes?: readonly string[];
  readonly neverSent?: number;
  readonly isOver?: boolean;
}

/** The headline 2,500 ms after the last request. */
function tell({ counts, calls, requests, causes = [], ...more }: Run): string[] {
  const summary = {
    counts: { sent: 0, stored: 0, rejected: 0, inDoubt: 0, underWay: 0, lost: 0, unaccounted: 0, ...counts },
    calls: { open: 0, quiet: 0, delivered: 0, refused: 0, gaveUp: 0, ...calls },
    requests: { total: 9, underWay: 0, others: 0, dropped: 0, last: 1000, ...requests },
    causes: causes.map((cause) => ({ outcome: 'lost', cause, records: 1, calls: 1, ids: [] })),
  } satisfies Partial<Summary> as unknown as Summary;
  const { mood, text, more: second } = toHeadline(summary, 3500, more);
  return [mood, text, second];
}

const arrived = { sent: 6000, stored: 6000 };
const lost = { sent: 6000, stored: 4097, lost: 1903 };

test.each<[run: Run, ...headline: string[]]>([
  [{ requests: { total: 0 } }, 'empty', 'No request has come yet.', ''],
  [{ requests: { total: 0 }, neverSent: 2 }, 'bad', '2 users were never sent.', ''],
  [{}, 'fine', 'The requests so far carried no user.', ''],
  [{ counts: { sent: 1, stored: 1 } }, 'fine', 'The one user arrived.', ''],
  [{ counts: arrived }, 'fine', 'All 6,000 users arrived.', ''],
  [
    { counts: lost, calls: { gaveUp: 1, quiet: 1 } },
    'bad',
    '1,903 users are lost: 2 calls were abandoned.',
    '4,097 of 6,000 users arrived.',
  ],
  [
    { counts: { ...lost, lost: 1000, inDoubt: 900, rejected: 3 }, calls: { gaveUp: 1, refused: 1 } },
    'bad',
    '1,000 users are lost and 900 are in doubt: 1 call was abandoned and 1 call was refused.',
    '4,097 of 6,000 users arrived, 3 are rejected.',
  ],
  [
    { counts: lost, causes: ['the queue dropped it'], neverSent: 1 },
    'bad',
    '1,903 users are lost: the queue dropped it. 1 user was never sent.',
    '4,097 of 6,000 users arrived.',
  ],
  [{ counts: lost, causes: ['one', 'two'] }, 'bad', '1,903 users are lost.', '4,097 of 6,000 users arrived.'],
  [{ counts: { sent: 2, stored: 1, rejected: 1 } }, 'warning', '1 user is rejected.', '1 of 2 users arrived.'],
  [
    { counts: arrived, calls: { open: 3 } },
    'running',
    'Running: 3 calls under way, last request 2 s ago.',
    '6,000 of 6,000 users arrived.',
  ],
  [
    { counts: { sent: 5, underWay: 5 } },
    'running',
    'Running: 5 users in a queue, last request 2 s ago.',
    '0 of 5 users arrived.',
  ],
  [
    { counts: lost, calls: { open: 1, gaveUp: 1 }, neverSent: 2 },
    'running',
    'Running: 1 call under way, last request 2 s ago.',
    '4,097 of 6,000 users arrived. So far 1,903 users are lost. 2 users are not sent yet.',
  ],
  [
    { counts: lost, calls: { open: 1 }, isOver: true },
    'bad',
    '1,903 users are lost: 1 call was abandoned.',
    '4,097 of 6,000 users arrived.',
  ],
  [
    { counts: { sent: 5, stored: 2, underWay: 3 }, requests: { underWay: 1 }, isOver: true },
    'warning',
    '3 users are without an end.',
    '2 of 5 users arrived.',
  ],
])('%j', (run, ...headline) => {
  expect(tell(run)).toEqual(headline);
});
