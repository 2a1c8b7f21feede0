import type { FaultRule } from '../engine/faults.ts';
import { toFaultCase, type Case, type Vendor } from './case.ts';

/** Cases with many failures. No call fails more than twice, because the vendor's client gives up after three attempts. */
export function toOutageCases({ pages }: Vendor): Case[] {
  const source = `${pages.errors}; VibeFollow SDK page (three attempts)`;
  return [
    toFlakyCase('10-percent', 'one request in ten fails', 0.1, source),
    toFlakyCase('40-percent', 'four requests in ten fail', 0.4, source),
    toFaultCase(
      {
        id: 'outage/ends',
        requirement: 'After an outage in which each chunk fails twice, the client delivers all records.',
        source,
        records: 2500,
      },
      { on: { attempt: 1 }, fault: { kind: 'garbage', status: 503 }, times: 3 },
      { on: { attempt: 2 }, fault: { status: 503 }, times: 3 },
    ),
    toFaultCase(
      {
        id: 'outage/lasts',
        requirement:
          'In an outage without end the client gives up after a limited number of attempts, reports the failure, and exits with a code other than 0.',
        source: 'Google, Site Reliability Engineering, chapters 21 and 22',
        end: 'stopped',
        rules: ['bounded-attempts'],
      },
      { fault: { status: 503 } },
    ),
  ];
}

/** The kinds of failures. The cut answer is the last, because a client may stop there. */
const kinds: readonly (readonly [id: string, fault: FaultRule['fault']])[] = [
  ['error', { status: 500 }],
  ['limit', { status: 429, retryAfter: 1 }],
  ['reset', { kind: 'reset', applied: true }],
  ['cut', { kind: 'truncate' }],
];

/** A share of all requests fails. Each kind of failure occurs, even if a client sends only full chunks. */
function toFlakyCase(name: string, what: string, share: number, source: string): Case {
  const last = Math.round(kinds.length / share);
  const sure = kinds.map(([id, fault], index): FaultRule => {
    return { id, on: { attempt: 1, call: Math.round((index + 1) / share) }, fault };
  });
  return toFaultCase(
    {
      id: `flaky/${name}`,
      requirement: `If ${what}, the client delivers all records. If it never sends again after a reset or a truncated answer, those losses count in connection/.`,
      source,
      records: 1000 * last,
      excused: ['reset', 'cut'].map((kind) => [kind, `${kind}-again`, `${kind}-by-chance`]),
    },
    ...sure,
    // Before the first sure cut, chance cuts no answer.
    ...toChance('again', share, { attempt: 2, call: `<${last}` }, kinds.slice(0, -1)),
    ...toChance('by-chance', share, { attempt: '<=2', call: `>=${last}` }, kinds),
  );
}

/** Failures of these kinds that together hit this share of the selected attempts. */
function toChance(name: string, share: number, on: FaultRule['on'], among: typeof kinds): FaultRule[] {
  const each = share / among.length;
  return among.map(([id, fault], before) => ({
    id: `${id}-${name}`,
    // A rule applies only to requests that no earlier rule has failed.
    on: { ...on, chance: each / (1 - each * before) },
    fault,
  }));
}
