// Code of users, for the smoke test of the packed package.

/** Code that must compile, and code that must not. */
export const typesConsumer = `import { setupServer } from 'msw/node';
    import { createMock, type Exchange, type Mock, type MockOptions } from 'vf-mock';
    import { certify, reports, type CertifyReport } from 'vf-mock/certify';
    import { router, serve, type RunningServer } from 'vf-mock/express';
    import { handlers } from 'vf-mock/msw';
    import { expect, test } from 'vf-mock/vitest';
    import { expect as jestExpect } from 'expect';
    import 'vf-mock/jest';

    const options: MockOptions = { clock: 'manual', vibefollow: { drainRate: 500 } };
    const mock: Mock = createMock(options);
    export const fetchOfMock: typeof fetch = mock.fetch;
    export const exchanges: readonly Exchange[] = mock.journal.exchanges();
    export const server: RunningServer = await serve(mock, { port: 0 });
    export const report: CertifyReport = await certify({ api: 'yellow', client: ['node', 'sync.js'] });
    export const page: string = reports.html(report);
    setupServer(...handlers(mock));
    test('matchers', ({ mock }) => {
      expect(mock).toHaveKept('complete');
      jestExpect(mock).toHaveKept('complete');
      // @ts-expect-error There is no such rule.
      expect(mock).toHaveKept('compleat');
    });
    // @ts-expect-error It is a type of its own, and not \`any\`.
    export const wrong: number = router(mock);`;

/** The same with the types of @mswjs/data. */
export const dataConsumer = `import { createMock } from 'vf-mock'; import { createDatabase, type YellowDatabase } from 'vf-mock/data';
    const { user }: YellowDatabase = createDatabase(createMock().yellow.bot('b'));
    export const city: string | undefined = user.getAll()[0]?.city;
    // @ts-expect-error There is no such column.
    user.count({ where: { town: { equals: 'Pune' } } });`;

/** A sync job of one record. */
export const syncJob = `import { readFileSync } from 'node:fs';
    const { VIBEFOLLOW_BASE_URL, VIBEFOLLOW_API_KEY, VF_MOCK_RECORDS } = process.env;
    await fetch(VIBEFOLLOW_BASE_URL + '/api/v1/users/bulk', {
      method: 'POST',
      headers: { authorization: 'Bearer ' + VIBEFOLLOW_API_KEY, 'content-type': 'application/json' },
      body: JSON.stringify({ users: [JSON.parse(readFileSync(VF_MOCK_RECORDS, 'utf8'))] }),
    });`;
