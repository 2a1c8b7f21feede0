import { expect, test } from 'vitest';
import { createMock } from 'vf-mock';
import { serve } from 'vf-mock/express';

test('a user that exists is updated by a bulk creation', async () => {
  const mock = createMock();
  const server = await serve(mock); // on a free port; or app.use('/mock', router(mock))
  const url = `${server.url}/cdp/api/v1/user/create-bulk?bot=x1640004486565&uponConflict=UPDATE_EXISTING`;
  const create = (user: object) =>
    fetch(url, {
      method: 'POST',
      headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
      body: JSON.stringify({ users: [user] }),
    });

  await create({ userId: '1001', firstName: 'Asha' });
  await create({ userId: '1001', loyaltyTier: 'gold' });

  expect(mock.yellow.bot('x1640004486565').user('1001')).toMatchObject({
    firstName: { value: 'Asha', propertyType: 'System' },
    loyaltyTier: { value: 'gold', propertyType: 'Custom' },
  });
  await server.close();
});
