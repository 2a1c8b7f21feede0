import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';

test('a full ingest queue tells when to come back', async () => {
  const mock = createMock({ clock: 'manual', vibefollow: { drainRate: 100, queueCapacity: 500 } });
  const send = sendWith(mock.fetch); // or new VibeFollow({ apiKey, fetchImpl: mock.fetch })
  await send(1000);

  const refused = await send(1000);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('6');

  await mock.clock.advance(6000);
  expect((await send(1000)).status).toBe(200);
});

function sendWith(fetchImpl: typeof fetch) {
  return (count: number) =>
    fetchImpl('https://api.vibefollow.com/api/v1/users/bulk', {
      method: 'POST',
      headers: { Authorization: `Bearer sk_test_${'0'.repeat(32)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ users: Array.from({ length: count }, (_, n) => ({ external_user_id: `usr_${n}` })) }),
    });
}
