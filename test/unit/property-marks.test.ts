import { expect, test } from 'vitest';
import { findMarkedProperties } from '../../src/openapi/property-marks.ts';
import { apiNames } from '../../src/openapi/router.ts';
import { open } from '../_setup.ts';

test('what a user has beside what was sent belongs to the server, by the document of its API', async () => {
  const { mock, yellow } = await open();
  await yellow('POST', '/user', { userId: 'usr_3', city: 'Pune' });
  const [added] = mock.stored({ record: 'usr_3' });
  const own = Object.keys(added?.record ?? {}).filter((name) => !['userId', 'city'].includes(name));
  expect(apiNames.map((api) => findMarkedProperties(api, 'readOnly'))).toEqual([[], own]);
});

test('of that only one property changes when a user is sent again', async () => {
  const { mock, yellow } = await open();
  const send = async (): Promise<Readonly<Record<string, unknown>> | undefined> => {
    await yellow('POST', '/user', { userId: 'usr_3', city: 'Pune' });
    return mock.stored({ record: 'usr_3' })[0]?.record;
  };
  const before = await send();
  await mock.clock.advance(1000);
  const after = await send();
  const changed = Object.keys(after ?? {}).filter((name) => after?.[name] !== before?.[name]);
  expect(changed).toEqual(findMarkedProperties('yellow', 'x-last-write'));
});
