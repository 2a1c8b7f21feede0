const assert = require('node:assert/strict');
const { test } = require('node:test');
const { createMock, scenarios } = require('vf-mock');
const { serve } = require('vf-mock/express');
const { handlers } = require('vf-mock/msw');

test('CommonJS modules require vf-mock', async (t) => {
  const mock = createMock(scenarios.outage.options);
  const server = await serve(mock);
  t.after(() => server.close());

  const response = await fetch(`${server.url}/api/v1/users/bulk`, { method: 'POST' });

  assert.equal(response.status, 503);
  assert.ok(handlers(mock).length > 0);
});
