import type { FaultRule } from 'vf-mock';
import { key } from './_setup.ts';

/** What happens to the calls of `runJourney`: a reset with partial work, a lost answer, a reset that ends call 4, a 503. */
export const journeyRules: readonly FaultRule[] = [
  { id: 'partial', on: { operation: 'bulkUpsertUsers', call: 1, attempt: 1 }, fault: { kind: 'reset', applied: 400 } },
  {
    id: 'lost-answer',
    on: { operation: 'bulkUpsertUsers', call: 2, attempt: 1 },
    fault: { kind: 'reset', applied: true },
  },
  { id: 'fatal', on: { operation: 'bulkUpsertUsers', call: 4 }, fault: { kind: 'reset', applied: 250 } },
  { id: 'busy', on: { operation: 'bulkUpsertUsers', call: 5, attempt: 1 }, fault: { status: 503, retryAfter: 4 } },
];

const size = 1000;

/** A sync job with 6,000 records on a manual clock. Three of call 3 are invalid. It never repeats call 4. */
export async function runJourney(url: string): Promise<void> {
  for (let call = 1; call <= 6; call += 1) {
    const users = Array.from({ length: size }, (_, index) => toUser((call - 1) * size + index));
    await advance(url, 300);
    if (await send(url, users)) continue;
    if (call === 4) continue;
    await advance(url, call === 5 ? 4000 : 1500);
    await send(url, users);
  }
}

/** Moves the clock so far that a call without a next attempt has given up. */
export async function leave(url: string): Promise<void> {
  await advance(url, 70_000);
}

function toUser(index: number): object {
  const isWrong = [2007, 2300, 2999].includes(index);
  return { external_user_id: `usr_${index}`, email: isWrong ? 'nobody' : `user${index}@example.com` };
}

async function send(url: string, users: readonly object[]): Promise<boolean> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ users }) };
  const response = await fetch(`${url}/api/v1/users/bulk`, init).catch(() => undefined);
  await response?.text();
  return response?.ok === true;
}

async function advance(url: string, milliseconds: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ advance: milliseconds });
  await fetch(`${url}/__admin/clock`, { method: 'PUT', headers, body }).then(async (response) => response.text());
}
