/* global console, crypto, process */
import { readFileSync } from 'node:fs';
export const BASE = process.env.VIBEFOLLOW_BASE_URL ?? 'http://127.0.0.1:4010';
export const KEY = process.env.VIBEFOLLOW_API_KEY ?? 'sk_test_' + '0'.repeat(32);
export const URL_ = BASE + '/api/v1/users/bulk';
export const headers = () => ({
  authorization: `Bearer ${KEY}`,
  'content-type': 'application/json',
  'idempotency-key': crypto.randomUUID(),
});
const rows = readFileSync(process.env.VF_MOCK_RECORDS, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((l) => JSON.parse(l));
export function* chunks(n = 1000) {
  for (let i = 0; i < rows.length; i += n) yield rows.slice(i, i + n);
}
export const report = (chunk, answer) => {
  for (const e of answer.data.errors)
    console.log(`rejected ${chunk[e.index].external_user_id ?? '#' + e.index}: ${e.message}`);
};
