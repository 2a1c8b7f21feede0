import { expectTypeOf, test } from 'vitest';
import type { ResponseOf, Handlers } from '../../src/engine/api.ts';
import type { operations } from '../../src/generated/vibefollow.ts';

type Bulk = Handlers<operations, undefined>['bulkUpsertUsers'];

test('an answer that the document does not allow is a compile error', () => {
  const result = { data: { accepted: 1, rejected: 0, errors: [] }, meta: { received: 1 } };
  const handlers: Bulk[] = [
    () => ({ status: 200, body: result }),
    // @ts-expect-error: 201 is not documented
    () => ({ status: 201, body: result }),
    // @ts-expect-error: `meta` is missing
    () => ({ status: 200, body: { data: result.data } }),
    // @ts-expect-error: a count is a number
    () => ({ status: 200, body: { ...result, meta: { received: '1' } } }),
    // @ts-expect-error: 429 has the error shape
    () => ({ status: 429, body: result }),
    // @ts-expect-error: only 429 and 503 have Retry-After
    () => ({ status: 200, body: result, headers: { 'Retry-After': 1 } }),
  ];
  expectTypeOf(handlers).toEqualTypeOf<Bulk[]>();
});

test('a validated call has the types of the document', () => {
  expectTypeOf<Parameters<Bulk>[0]['body']['users'][number]['external_user_id']>().toEqualTypeOf<string>();
  expectTypeOf<ResponseOf<operations['upsertUser']>['status']>().toEqualTypeOf<
    202 | 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  >();
});
