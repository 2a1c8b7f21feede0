import { expect, test } from 'vitest';
import { createIdIndex } from '../../src/yellow/id-index.ts';

const toId = (userId: string): string => `bot_${userId.padStart(21, '-')}`;

test('only the first search for a generated id goes through all users', () => {
  const users = new Set(Array.from({ length: 1000 }, (_, at) => `u${at}`));
  let made = 0;
  const index = createIdIndex(
    'bot',
    (userId) => ((made += 1), toId(userId)),
    () => users,
  );
  expect([index.find('u7'), index.find('bot_u7'), index.find(`x${toId('u7').slice(1)}`), made]).toEqual([
    undefined,
    undefined,
    undefined,
    0,
  ]);
  expect([index.find(toId('u7')), made]).toEqual(['u7', 1000]);
  index.add('u1000');
  index.delete('u7');
  expect([index.find(toId('u1000')), index.find(toId('u7')), index.find(toId('u8')), made]).toEqual([
    'u1000',
    undefined,
    'u8',
    1002,
  ]);
});
