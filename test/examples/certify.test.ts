import { expect, test } from 'vitest';
import { certify } from 'vf-mock/certify';

test('the sync job waits as it is told, and loses nobody', async () => {
  const report = await certify({
    api: 'vibefollow',
    only: ['delivery/', 'retry/honours'],
    clock: 'manual', // waits of the client take no time
    client: async ({ env, records, mock }) => {
      const { sleep, now } = mock.clock;
      await sync(records, env['VIBEFOLLOW_API_KEY'] ?? '', { fetch: mock.fetch, sleep, now });
    },
  });

  expect(report.cases.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

async function sync(records: readonly object[], key: string, { fetch, sleep, now }: Platform) {
  for (let from = 0; from < records.length;) {
    const response = await fetch('https://api.vibefollow.com/api/v1/users/bulk', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ users: records.slice(from, from + 1000) }),
    });
    const retryAfter = response.headers.get('Retry-After');
    if (response.ok) from += 1000;
    else if (retryAfter === null) throw new Error(`The API answered ${response.status}`);
    else await sleep(/^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now());
  }
}

interface Platform {
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly now: () => number;
}
