const { setupServer } = require('msw/node');
const { createMock } = require('vf-mock');
const { matchers } = require('vf-mock/jest');
const { handlers } = require('vf-mock/msw');
const { sync } = require('./sync.js');

expect.extend(matchers);

const mock = createMock();
const server = setupServer(...handlers(mock));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => mock.reset());
afterAll(() => server.close());

test('the sync delivers every user though the first attempt fails', async () => {
  mock.faults.add({ on: { attempt: 1 }, fault: { status: 503, retryAfter: 0 } });
  const users = [{ external_user_id: 'usr_1' }, { external_user_id: 'usr_2' }];

  await sync(users);

  expect(mock).toHaveDelivered(users);
  expect(mock).toPassAllRules({ expected: users });
});
