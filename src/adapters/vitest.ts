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

/** What the fixture gives to a test. */
export interface MockFixture {
  /** A fresh mock; whatever the test sends with `fetch` and the like to the vendors' hosts, it answers through MSW. */
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
 * Vitest's `test` with a mock for each test. A test in which the mock itself had a bug fails. It starts a server of
 * MSW's, of which there can be one in a process: it is not for `test.concurrent`, nor beside a server of your own.
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

/** Loaded here, so that the matchers work without MSW. */
async function listen(mock: Mock): Promise<{ close(): void }> {
  const [{ setupServer }, { handlers }] = await Promise.all([import('msw/node'), import('./msw.ts')]);
  const server = setupServer(...handlers(mock));
  server.listen();
  return server;
}
