import type { Case, Vendor } from './case.ts';
import { namesRejected } from './checks.ts';
import { listRejections } from '../journal/rejections.ts';

const key = 'certify-key';
const bot = 'x1640004486565';
const bulkPage = 'Yellow.ai add-users-bulk page';
const practice = 'How public clients of the Yellow.ai add-users-bulk page recover from its 400 (YE-6)';

const badRows: Pick<Case, 'records' | 'invalid' | 'options' | 'premise'> = {
  records: 1500,
  // Three records.
  invalid: 0.002,
  options: {},
  premise: { otherwise: 'No row was refused.', exchange: (exchange) => listRejections(exchange).length > 0 },
};

const recordCases: readonly Case[] = [
  {
    ...badRows,
    id: 'records/bad-row-not-sent-again',
    level: 'MUST',
    requirement:
      'If a chunk is refused for a row, the client does not send the chunk again unchanged. It reports every loss.',
    source: `${bulkPage}; RFC 9110, section 15.5.1`,
    end: 'honest',
    rules: ['no-retry-on-permanent'],
  },
  {
    ...badRows,
    id: 'records/bad-row-costs-one-row',
    level: 'SHOULD',
    requirement: 'The client leaves out a bad row, and delivers all other rows.',
    source: practice,
    end: 'delivered',
    rules: ['drops-invalid-row'],
  },
  {
    ...badRows,
    id: 'records/names-rejected',
    level: 'SHOULD',
    requirement: 'The output of the client names each refused record.',
    source: practice,
    end: 'any',
    rules: [],
    checks: [namesRejected],
  },
];

const ownCases: readonly Case[] = [
  {
    id: 'limit/requests-in-a-window',
    level: 'MUST',
    requirement:
      'Over the request limit (120 a minute; here 2 in 3 s) the client waits as Retry-After says, and delivers all records.',
    source: `${bulkPage} (120 requests a minute); YE-8`,
    records: 3500,
    options: { yellow: { rateLimits: { bulkCreateUsers: { requests: 2, windowSeconds: 3 } } } },
    end: 'delivered',
    rules: ['retry-after-honored'],
    premise: { otherwise: 'No request exceeded the limit.', exchange: ({ status }) => status === 429 },
  },
];

export const yellow: Vendor = {
  pages: { bulk: bulkPage, errors: 'How public clients of Yellow.ai retry', access: `${bulkPage} (X-Auth-Token)` },
  key,
  tenant: bot,
  options: {
    yellow: { keys: { [bot]: [key] }, rateLimits: { bulkCreateUsers: 'off', addUser: 'off', updateUser: 'off' } },
  },
  recordCases,
  ownCases,
};
