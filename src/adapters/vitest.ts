import { expect, test as base, type TestAPI } from 'vitest';
import { matchers, type MockMatchers } from './matchers.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import type { MockOptions } from '../config/options.ts';

export { expect, matchers, type MockMatchers };

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-empty-object-type -- as Vitest has it
  interface Matchers<T = any> extends MockMatchers<T> {}
}

expect.extend(matchers);

/** The fixtures of a test. */
export interface MockFixture {
  /** A new mock. Through MSW it answers the requests to the APIs on the vendors' hosts, sent by `fetch` or another client. */
  readonly mock: Mock;
  /**
   * Options of the mock. @default {}
   *
   * @example test.override({ mockOptions: { clock: 'manual' } })
   */
  readonly mockOptions: MockOptions;
  /**
   * Base URLs that the mock answers besides the vendors' hosts. @default []
   *
   * @example test.override({ mockBaseUrls: ['https://staging.example/proxy'] })
   */
  readonly mockBaseUrls: readonly string[];
  /**
   * What happens to a request to any other host: it fails the test, or goes to the network. Requests to this machine
   * always pass, since a test may have a server of its own.
   *
   * @default 'error'
   */
  readonly mockUnhandledRequests: 'error' | 'bypass';
}

/**
 * Vitest's `test` with a new mock for each test. A request to an unknown host and a bug in the mock itself fail the test.
 * The fixture starts an MSW server, and a process can have only one. So it refuses `test.concurrent` and another MSW
 * server.
 */
export const test: TestAPI<MockFixture> = base.extend<MockFixture>({
  mockOptions: {},
  mockBaseUrls: [],
  mockUnhandledRequests: 'error',
  mock: async ({ mockOptions, mockBaseUrls, mockUnhandledRequests }, use) => {
    const mock = createMock(mockOptions);
    let bug: string | undefined;
    mock.journal.subscribe(({ exchange }) => (bug ??= exchange.bug), { type: 'exchangeEnded' });
    // Loaded late, so that the matchers work without MSW.
    const { listen } = await import('./fixture-server.ts');
    const server = listen(mock, { mockBaseUrls, mockUnhandledRequests });
    await use(mock);
    await server.close();
    if (bug !== undefined) throw new Error(`vf-mock itself had a bug, please report it: ${bug}`);
  },
});
