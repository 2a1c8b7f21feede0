import { expectTypeOf, test } from 'vitest';
import { createDatabase, type Json, type JsonObject } from 'vf-mock/data';
import type { vibefollow, yellow } from 'vf-mock/types';
import {
  createMock,
  type BrokenConnection,
  type Mock,
  type MockResponse,
  type VibeFollowEventRecord,
  type YellowEventRecord,
} from 'vf-mock';

test('options take only what the document of the options has', () => {
  expectTypeOf(createMock).toBeCallableWith({
    yellow: { authHeader: 'x-api-key' },
    vibefollow: { queueJob: 'request' },
  });
  // @ts-expect-error: no such header
  expectTypeOf(createMock).toBeCallableWith({ yellow: { authHeader: 'cookie' } });
});

test('an event to seed needs neither properties nor payload', () => {
  expectTypeOf({ external_user_id: 'a', name: 'x' }).toExtend<VibeFollowEventRecord>();
  expectTypeOf({ userId: 'a', eventName: 'x' }).toExtend<YellowEventRecord>();
});

test('a database has the columns of the documents, and no others can be asked for', () => {
  const { vibefollow, yellow } = createMock();
  const project = createDatabase(vibefollow.project(`sk_test_${'0'.repeat(32)}`));
  const bot = createDatabase(yellow.bot('b'));
  const [user] = project.user.findMany({ where: { plan: { equals: 'pro' } }, orderBy: { createdAt: 'desc' } });
  const [event] = project.event.findMany({ where: { user: { traits: { seats: { gt: 1 } } } }, take: 1 });
  const [contact] = bot.user.findMany({
    where: { emailOptin: { equals: true }, events: { source: { in: ['shop'] } } },
  });
  const [creation] = bot.bulkCreation.findMany({ where: { newUsers: { city: { equals: 'Pune' } } } });
  expectTypeOf(user?.external_user_id).toEqualTypeOf<string | undefined>();
  expectTypeOf(user?.plan).toEqualTypeOf<Json | undefined>();
  expectTypeOf(user?.events[0]?.name).toEqualTypeOf<string | undefined>();
  expectTypeOf(event?.user?.email).toEqualTypeOf<string | undefined>();
  expectTypeOf(event?.id).toEqualTypeOf<number | undefined>();
  expectTypeOf(contact?.tags).toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf(contact?.emailOptin).toEqualTypeOf<boolean | undefined>();
  expectTypeOf(contact?.customProperties).toEqualTypeOf<JsonObject | undefined>();
  expectTypeOf(creation?.newUsers[0]?.city).toEqualTypeOf<string | undefined>();

  // @ts-expect-error: no such column
  project.user.count({ where: { plna: { equals: 'pro' } } });
  // @ts-expect-error: no such comparator
  project.user.count({ where: { plan: { equlas: 'pro' } } });
  // @ts-expect-error: an e-mail address is a text
  project.user.count({ where: { email: { equals: 1 } } });
  // @ts-expect-error: no such column of the related event
  project.user.count({ where: { events: { nmae: { equals: 'x' } } } });
  // @ts-expect-error: no such column to order by
  project.user.findMany({ orderBy: { created: 'desc' } });
  // @ts-expect-error: a custom property is in its bag
  bot.user.count({ where: { loyaltyTier: { equals: 'gold' } } });
  // @ts-expect-error: a list of plain values cannot be queried
  bot.user.count({ where: { tags: { contains: 'vip' } } });
  // @ts-expect-error: it is stored as emailOptin
  bot.user.count({ where: { emailOptIn: { equals: true } } });
  // @ts-expect-error: VibeFollow has no bulk creations
  expectTypeOf(project.bulkCreation).toBeUndefined();
});

test('an outcome is a response or a broken connection', () => {
  expectTypeOf<Awaited<ReturnType<Mock['handle']>>>().toEqualTypeOf<MockResponse | BrokenConnection>();
});

test('the names of vf-mock/types are the parts of the documents', () => {
  type Bulk = vibefollow.paths['/api/v1/users/bulk']['post'];
  expectTypeOf<vibefollow.RequestBody<'bulkUpsertUsers'>>().toEqualTypeOf<{ users: vibefollow.UserRecord[] }>();
  expectTypeOf<Bulk>().toEqualTypeOf<vibefollow.operations['bulkUpsertUsers']>();
  expectTypeOf<vibefollow.ResponseBody<'bulkUpsertUsers', 200>>().toEqualTypeOf<vibefollow.BulkResult>();
  expectTypeOf<vibefollow.BulkResult['data']['errors']>().toEqualTypeOf<vibefollow.RecordError[]>();
  expectTypeOf<vibefollow.ResponseBody<'trackEvent', 422>>().toEqualTypeOf<vibefollow.ErrorBody>();
  expectTypeOf<vibefollow.components['schemas']['EventRecord']>().toEqualTypeOf<vibefollow.EventRecord>();
  expectTypeOf<yellow.ResponseBody<'getBulkCreation', 200>['data']>().toEqualTypeOf<yellow.BulkCreation>();
  expectTypeOf<yellow.ResponseBody<'addUser', 400>>().toEqualTypeOf<yellow.ErrorBody>();
  // A 401 of Yellow.ai has no body, and a GET takes none.
  expectTypeOf<yellow.ResponseBody<'addUser', 401>>().toBeNever();
  expectTypeOf<yellow.RequestBody<'getUser'>>().toBeNever();
  // @ts-expect-error: no such operation
  expectTypeOf<yellow.RequestBody<'bulkUpsertUsers'>>().toBeNever();
});
