import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findStateless, open, openPrism, sendStep } from './_servers.ts';

/** The statuses that a document cannot give Prism: what, our status, that of Prism, the requests. */
const differences = [
  ['a wrong envelope of a bulk request to VibeFollow', 400, 422, /^vibefollow bulk\w+ body/],
  ['a `Content-Type` that is not JSON', 400, 415, / Content-Type: text\/plain$/],
  ['a body with a `Content-Encoding`, to VibeFollow', 415, 422, /^vibefollow .* Content-Encoding: gzip$/],
  ['a body with a `Content-Encoding`, to Yellow.ai', 415, 400, /^yellow .* Content-Encoding: gzip$/],
] as const;

test('Prism with the documents for servers accepts and refuses what the mock does', async () => {
  const { url } = await open();
  const met = new Set<string>();
  for (const api of ['vibefollow', 'yellow'] as const) {
    const prism = await openPrism(`${api}.server`);
    const requests = findStateless(api);
    expect(requests.length).toBeGreaterThan(90);
    for (const { name, request } of requests) {
      const [ours, theirs] = [await sendStep(url, request), await sendStep(prism, request)];
      expect([name, theirs < 400]).toEqual([name, ours < 400]);
      if (theirs === ours) continue;
      const found = differences.find(([, , , requests]) => requests.test(`${api} ${name}`));
      expect([name, ours, theirs]).toEqual([name, found?.[1], found?.[2]]);
      met.add(found?.[0] ?? '');
    }
  }
  expect(met).toEqual(new Set(differences.map(([what]) => what)));
});

test('the page lists where Prism answers with another status', async () => {
  const page = (await readFile(new URL('../../docs/contract.md', import.meta.url), 'utf8')).replaceAll(/ +/g, ' ');
  const rows = [...page.matchAll(/^\| .* \| 4\d\d \| 4\d\d \|$/gm)].map(([row]) => row);
  expect(rows).toEqual(differences.map(([what, ours, theirs]) => `| ${what} | ${ours} | ${theirs} |`));
});

test('one bad record of a chunk refuses nothing by the document for servers, and all by the main one', async () => {
  const headers = { authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'content-type': 'application/json' };
  const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2', email: 'nobody' }, 7];
  const ask = async (url: string): Promise<number> =>
    (await fetch(`${url}/api/v1/users/bulk`, { method: 'POST', headers, body: JSON.stringify({ users }) })).status;
  expect(await ask(await openPrism('vibefollow.server'))).toBe(200);
  expect(await ask(await openPrism('vibefollow'))).toBe(422);
});
