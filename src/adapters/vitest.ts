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
  /** A fresh mock. Through MSW it answers all requests of the test to the hosts of the vendors. */
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
 * Vitest's `test` with a mock for each test. A test fails if the mock itself has a bug. The fixture starts a server of
 * MSW. A process can have only one, so do not use it with `test.concurrent` or together with your own server.
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

/** Imports MSW only here, so that the matchers work without it. */
async function listen(mock: Mock): Promise<{ close(): void }> {
  const [{ setupServer }, { handlers }] = await Promise.all([import('msw/node'), import('./msw.ts')]);
  const server = setupServer(...handlers(mock));
  server.listen();
  return server;
}
