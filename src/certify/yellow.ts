import type { Case, Vendor } from './case.ts';
import { namesRejected } from './checks.ts';
import { listRejections } from '../rules/reported.ts';

const key = 'certify-key';
const bot = 'x1640004486565';
const bulkPage = 'Yellow.ai add-users-bulk page';
const practice = 'How public clients of the Yellow.ai add-users-bulk page recover from its 400 (YE-6)';

const badRows: Pick<Case, 'records' | 'invalid' | 'options' | 'premise'> = {
  records: 1500,
  // Three.
  invalid: 0.002,
  options: {},
  premise: { otherwise: 'No row was refused.', exchange: (exchange) => listRejections(exchange).length > 0 },
};

const recordCases: readonly Case[] = [
  {
    ...badRows,
    id: 'records/bad-row-comes-not-again',
    level: 'MUST',
    requirement: 'A chunk that was refused for a row does not come again unchanged, and no loss goes unsaid.',
    source: `${bulkPage}; RFC 9110, section 15.5.1`,
    end: 'honest',
    rules: ['no-retry-on-permanent', 'exactly-once-effect'],
  },
  {
    ...badRows,
    id: 'records/bad-row-costs-one-row',
    level: 'SHOULD',
    requirement: 'A bad row is left out, and all others are delivered.',
    source: practice,
    end: 'delivered',
    rules: ['drops-invalid-row'],
  },
  {
    ...badRows,
    id: 'records/names-rejected',
    level: 'SHOULD',
    requirement: 'Its output names each record that was refused.',
    source: practice,
    end: 'honest',
    rules: [],
    checks: [namesRejected],
  },
];

const ownCases: readonly Case[] = [
  {
    id: 'limit/requests-in-a-window',
    level: 'MUST',
    requirement:
      'Past the limit of requests (120 a minute; here 2 in 3 s) the client waits as told, and all is delivered.',
    source: `${bulkPage} (120 requests a minute); YE-8`,
    records: 3500,
    options: { yellow: { rateLimits: { bulkCreateUsers: { requests: 2, windowSeconds: 3 } } } },
    end: 'delivered',
    rules: ['retry-after-honored', 'same-payload-on-retry', 'bounded-attempts', 'exactly-once-effect'],
    premise: { otherwise: 'The limit was never met.', exchange: ({ status }) => status === 429 },
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
