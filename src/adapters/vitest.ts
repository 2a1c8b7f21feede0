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
  /** A new mock. Through MSW it answers all requests to the vendors' hosts, sent by `fetch` or another client. */
  readonly mock: Mock;
  /**
   * Options of the mock.
   *
   * @default {}
   * @example test.override({ mockOptions: { clock: 'manual' } })
   */
  readonly mockOptions: MockOptions;
}

/**
 * Vitest's `test` with a new mock for each test. A bug in the mock itself fails the test. The fixture starts an MSW
 * server, and a process can have only one. So do not use it with `test.concurrent` or with your own MSW server.
 */
export const test: TestAPI<MockFixture> = base.extend<MockFixture>({
  mockOptions: {},
  mock: async ({ mockOptions }, use) => {
    const mock = createMock(mockOptions);
    let bug: string | undefined;
    mock.journal.subscribe((exchange) => (bug ??= exchange.bug));
    const server = await listen(mock);
    await use(mock);
    server.close();
    if (bug !== undefined) throw new Error(`vf-mock itself had a bug, please report it: ${bug}`);
  },
});

/** Loads MSW only for the fixture, so that the matchers work without MSW. */
async function listen(mock: Mock): Promise<{ close(): void }> {
  const [{ setupServer }, { handlers }] = await Promise.all([import('msw/node'), import('./msw.ts')]);
  const server = setupServer(...handlers(mock));
  server.listen();
  return server;
}
