import { expect, test } from 'vitest';
import { toCases, type CertifyOptions, type CertifyReport } from 'vf-mock/certify';
import { certifyInProcess } from '../_certify.ts';
import * as clients from '../clients/broken.ts';
import * as habits from '../clients/habits.ts';

/** A representative of each group. */
const some = [
  'delivery/full',
  'delivery/one-over',
  'requests/',
  'records/',
  'retry/honours-retry-after-s',
  'retry/50',
  'retry/gateway',
  'retry/same-payload',
  'connection/lost',
  'connection/reset',
  'connection/truncated',
  'outage/',
  'stop/401',
  'queue/',
  'idempotency/',
];

/** Each cause with its number of cases. */
function toSummary({ causes }: CertifyReport): string[] {
  return causes.map(({ level, message, cases }) => `${level} ${message} (${cases.length})`);
}

const unnamed = 'SHOULD The output of the client does not name all rejected records. (1)';
const silent = 'The client exited with 0, although it did not deliver all records.';

test.each<[why: string, client: clients.Client, api: CertifyOptions['api'], causes: readonly string[]]>([
  ['is good', clients.users, 'vibefollow', []],
  [
    'does not try again',
    clients.triedOnce,
    'vibefollow',
    ['MUST The client did not send the chunk again after 429, 500, 502, 503, 504, a reset or a truncated answer. (13)'],
  ],
  [
    'has its key in the URL',
    clients.withKeyInUrl,
    'vibefollow',
    ['MUST The client did not send its key in the header alone. (1)'],
  ],
  [
    'does not look at Retry-After',
    clients.withoutRetryAfter,
    'vibefollow',
    ['MUST The client sent again before the time of Retry-After. (3)'],
  ],
  [
    'learns from refusals how large a chunk may be',
    clients.inLargeChunks,
    'vibefollow',
    [
      'MUST The client sent more records in one request than the API allows. (1)',
      'MUST The client went on with requests after a refusal that concerns all of them. (1)',
    ],
  ],
  [
    'takes any 2xx for a success',
    clients.trustful,
    'vibefollow',
    ["MUST The client took a gateway's page under 200 or a truncated answer for a success. (3)", unnamed],
  ],
  [
    'gives up after two attempts, without a word',
    clients.impatient,
    'vibefollow',
    ['MUST The client gave up a chunk after 2 attempts. (2)', `MUST ${silent} (2)`],
  ],
  ['keeps its failures to itself', clients.resigned, 'vibefollow', [`MUST ${silent} (2)`]],
  ['tries 15 times', clients.untiring, 'vibefollow', ['MUST The client made too many attempts. (1)']],
  [
    'cuts off e-mail addresses',
    clients.spoiling,
    'vibefollow',
    ['MUST The client changed valid records, so that the API rejected them. (2)', unnamed],
  ],
  [
    'is stopped by a bad record',
    clients.stoppedByRecord,
    'vibefollow',
    ['MUST The client stopped when the API rejected some records, and never sent the later ones. (1)', unnamed],
  ],
  [
    'loses the last record',
    clients.withoutLastOne,
    'vibefollow',
    ['MUST The client never sent some of the records, and exited with 0. (1)'],
  ],
  [
    'rounds its number of chunks down',
    habits.withoutLastChunk,
    'vibefollow',
    ['MUST The client never sent some of the records, and exited with 0. (16)'],
  ],
  [
    'changes a value of each user',
    habits.mistranslating,
    'yellow',
    ['MUST The client changed the values of records. (2)'],
  ],
  [
    'stamps each attempt',
    habits.stamped,
    'vibefollow',
    ['MUST The client changed the chunk when it sent it again. (2)'],
  ],
])('a client that %s has these things to mend', async (_why, client, api, causes) => {
  const only = some.filter((prefix) => toCases(api).some(({ id }) => id.startsWith(prefix)));
  const report = await certifyInProcess(client, { api, only });
  expect(toSummary(report)).toEqual(causes);
});
