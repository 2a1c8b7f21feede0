import { expect, test } from 'vitest';
import { createMock, type MockOptions } from 'vf-mock';
import { key, otherKey } from './_setup.ts';

test('every option that is left out gets its documented default', () => {
  expect(createMock().options).toEqual({
    seed: 1,
    clock: 'system',
    startTime: '2026-01-01T00:00:00.000Z',
    bodyLimit: 10_485_760,
    adminBodyLimit: 1_073_741_824,
    journalLimit: 10_000,
    ledgerLimit: 1_000_000,
    journalBodies: false,
    faults: [],
    strict: false,
    rateLimitHeaders: 'none',
    allowedHosts: [],
    cors: [],
    vibefollow: {
      idempotencyReuse: 422,
      idempotencyKey: 'optional',
      idempotencyQuotes: 'refused',
      idempotencyInProgress: 'proceed',
      idempotencyBody: 'value',
      rateLimits: {},
      queueCapacity: 50_000,
      queueJob: 'record',
      queueRefusal: 'when-full',
      queueRetryAfter: 'sent',
      externalUserIdField: 'absent',
      repeatedEvents: 'drop',
      timestampField: 'absent',
      eventTimestamp: 'stored',
      reservedEventNames: [],
      optionalNull: 'invalid',
    },
    yellow: {
      retainImported: 'keep-existing',
      uponConflict: 'UPDATE_EXISTING',
      authHeader: 'either',
      missingUserId: 'generate',
      invalidRecord: 'refuse-all',
      userIdParameter: 'both',
      pathId: 'either',
      profileComplete: 'percentage',
      emailOptinSpelling: 'emailOptin',
      unauthorizedBody: 'absent',
      phonePlus: 'accepted',
      emptyValues: 'values',
      userProperties: 'set',
      defaultProperties: 'system',
      retryAfter: 'sent',
      rateWindow: 'fixed',
      rateLimits: {},
      processingTime: 0,
    },
  });
});

test('what was given is left as it was, and later changes to it have no effect', () => {
  const given = { vibefollow: { drainRate: 5 } };
  const mock = createMock(given);
  given.vibefollow.drainRate = 6;
  expect(given).toEqual({ vibefollow: { drainRate: 6 } });
  expect(mock.options.vibefollow.drainRate).toBe(5);
});

test.each([
  [
    { vibefolow: {} },
    'unknown option "vibefolow". Did you mean "vibefollow"? Use one of seed, clock, startTime, bodyLimit, adminBodyLimit, ',
  ],
  [{ yellow: { limit: 1 } }, 'unknown option "yellow.limit". Use one of retainImported, uponConflict, '],
  [{ vibefollow: { idempotencyReuse: 500 } }, 'vibefollow.idempotencyReuse is 500; it must be one of 422, 409.'],
  [{ clock: 'fast' }, 'clock is "fast"; it must be one of system, manual.'],
  [{ clock: () => 0 }, 'clock is a function; it must be a string.'],
  [{ bodyLimit: '10mb' }, 'bodyLimit is "10mb"; it must be an integer.'],
  [{ bodyLimit: 0 }, 'bodyLimit is 0; it must be 1 or more.'],
  [{ seed: 5_000_000_000 }, 'seed is 5000000000; it must be 4294967295 or less.'],
  [{ startTime: 'noon' }, 'startTime is "noon", which is not this: Time at which a `manual` clock starts'],
  [
    { vibefollow: { rateLimits: { upsertUser: { requests: 1, windowSeconds: 0 } } } },
    'vibefollow.rateLimits.upsertUser.windowSeconds is 0; it must be more than 0.',
  ],
  [
    { vibefollow: { rateLimits: { upsertUser: { requests: 1 } } } },
    'vibefollow.rateLimits.upsertUser is {"requests":1}: windowSeconds is required.',
  ],
  [
    { yellow: { rateLimits: { addUser: 'none' } } },
    'yellow.rateLimits.addUser is "none", which is not this: `requests` and `windowSeconds` of a limit, or `off`.',
  ],
  [{ yellow: { keys: { bot: [] } } }, 'yellow.keys.bot is hidden here; it must have at least 1 item.'],
  [{ vibefollow: { keys: { short: 'active' } } }, 'a name in vibefollow.keys is not of the form ^sk_(live|test)_'],
  [[], 'the options object is []; it must be an object'],
  [null, 'the options object is null; it must be an object'],
])('createMock refuses %j and says what is allowed', (options, message) => {
  expect(() => createMock(options as MockOptions)).toThrow(`Failed to create a mock: ${message}`);
});

test('a wrong standing of a key is refused without printing the key', () => {
  const options = { vibefollow: { keys: { [key]: 'active', [otherKey]: 'dead' } } } as unknown as MockOptions;
  expect(() => createMock(options)).toThrow('must be one of active, revoked, other-project');
  expect(() => createMock(options)).not.toThrow(otherKey);
});

test('a wrong list of Yellow.ai keys is refused without printing a key', () => {
  const options = { yellow: { keys: { bot: 'secret' } } } as unknown as MockOptions;
  expect(() => createMock(options)).toThrow('yellow.keys.bot is hidden here; it must be an array.');
});

test('a long value is not printed at length, and an endless one not at all', () => {
  expect(() => createMock('x'.repeat(1000) as unknown as MockOptions)).toThrow(/^.{1,160}$/);
  const endless: Record<string, unknown> = {};
  endless['vibefollow'] = endless;
  expect(() => createMock(endless)).toThrow('its options are nested without end');
});
