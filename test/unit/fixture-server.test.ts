import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from 'vf-mock';
import { listen, type FixtureRouting } from '../../src/adapters/fixture-server.ts';
import { messageOf } from '../_messages.ts';

const routing: FixtureRouting = { mockBaseUrls: [], mockUnhandledRequests: 'error' };
const advice = 'Use the handlers of vf-mock/msw in your own server instead of the fixture.';

test('an unknown host is named, with the option that allows it and the host that was meant', async () => {
  const server = listen(createMock(), routing);
  await expect(fetch('https://api.vibefolow.com/api/v1/users')).rejects.toThrow('Failed to fetch');
  await expect(server.close()).rejects.toThrow(
    'The fixture of vf-mock failed: requests went to https://api.vibefolow.com, which the fixture does not answer. ' +
      'Did you mean "https://api.vibefollow.com"? If the mock should answer them, use ' +
      'test.override({ mockBaseUrls: ["https://api.vibefolow.com"] }). To let them through, use ' +
      "test.override({ mockUnhandledRequests: 'bypass' }).",
  );
});

test('another path of a known host is named, without its query', async () => {
  const server = listen(createMock(), { ...routing, mockBaseUrls: ['https://staging.example/proxy'] });
  const urls = ['https://cloud.yellow.ai/other/api', 'https://staging.example/api/v1/users'];
  for (const url of urls) await expect(fetch(`${url}?key=1`)).rejects.toThrow('Failed to fetch');
  await expect(server.close()).rejects.toThrow(
    `requests went to ${urls.join(', ')}. There the fixture answers only the paths /api/v1 and /cdp/api/v1 beneath ` +
      "its base URLs. To let them through, use test.override({ mockUnhandledRequests: 'bypass' }).",
  );
});

test('two fixtures at once are explained, and the first goes on', async () => {
  const server = listen(createMock(), routing);
  expect(messageOf(() => listen(createMock(), routing))).toBe(
    'The fixture of vf-mock failed: two tests with the fixture run at once. A process has only one MSW server, so do ' +
      'not use the fixture with test.concurrent. There, create a mock and use mock.fetch.',
  );
  expect((await fetch('https://api.vibefollow.com/api/v1/users', { method: 'POST' })).status).toBe(401);
  await server.close();
});

test('an MSW server that listens already is explained, without a stack', () => {
  const own = setupServer();
  own.listen();
  onTestFinished(() => own.close());
  try {
    listen(createMock(), routing);
    expect.unreachable();
  } catch (error) {
    const problem = `The fixture of vf-mock failed: another MSW server or nock already intercepts requests. Close it first. ${advice}`;
    expect((error as Error).stack).toBe(`Error: ${problem}`);
  }
});

test('an MSW server that was started later is explained', async () => {
  const server = listen(createMock(), routing);
  const own = setupServer(http.get('https://own.example/', () => HttpResponse.text('own')));
  own.listen({ onUnhandledRequest: 'bypass' });
  await expect(server.close()).rejects.toThrow(
    `another MSW server was started after the fixture, so requests missed the mock. ${advice}`,
  );
  own.close();
});
