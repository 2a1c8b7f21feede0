const { sync } = require('./sync.js');

test('a chunk that is refused is sent again', async () => {
  const { createMock } = await import('vf-mock');
  const mock = createMock({ faults: [{ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } }] });

  await sync([{ external_user_id: 'usr_1' }], { fetch: mock.fetch });

  expect(mock.journal.exchanges().map(({ status }) => status)).toEqual([503, 200]);
});
