import { expect, test } from 'vitest';
import { createCallLog } from '../../src/cli/request-log.ts';
import { open } from '../_setup.ts';

test('the log of calls keeps apart what a reset has parted, and holds no more than 200 attempts of a call', async () => {
  const { mock, vibefollow: post } = await open({ clock: 'manual', faults: [{ fault: { status: 503 } }] });
  const log = createCallLog();
  const printed: string[] = [];
  mock.journal.subscribe((exchange) => printed.push(...log.write(exchange)));
  await post('/users', { external_user_id: 'a' });
  mock.reset();
  await post('/users', { external_user_id: 'b' });
  expect(printed.map((text) => text.split('\n'))).toEqual([
    ['call 1: upsertUser, sk_test_…0000, 1 record (a), given up', '  #1 at 0 s  503 server_error (fault-1)'],
  ]);
  for (let attempt = 2; attempt <= 201; attempt += 1) await post('/users', { external_user_id: 'b' });
  expect(printed[1]?.split('\n')).toHaveLength(201);
  expect(log.close().join('').split('\n')).toHaveLength(2);
});
