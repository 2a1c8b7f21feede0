/* global fetch, process */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { VIBEFOLLOW_BASE_URL, VIBEFOLLOW_API_KEY, VF_MOCK_RECORDS } = process.env;

/** Sends all users in one request, once. */
export async function deliver() {
  const users = readFileSync(VF_MOCK_RECORDS, 'utf8').trimEnd().split('\n');
  const response = await fetch(`${VIBEFOLLOW_BASE_URL}/api/v1/users/bulk`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${VIBEFOLLOW_API_KEY}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: `{"users":[${users.join()}]}`,
  });
  await response.text();
}
