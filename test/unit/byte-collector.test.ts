import { expect, test } from 'vitest';
import { createByteCollector } from '../../src/runtime/byte-collector.ts';

test('chunks of any size are joined in order', () => {
  const bytes = createByteCollector();
  for (const chunk of ['', 'a', 'bc', '', 'x'.repeat(10_000), 'd']) bytes.add(Buffer.from(chunk));
  expect(bytes.size()).toBe(10_004);
  expect(String(Buffer.from(bytes.take()))).toBe(`abc${'x'.repeat(10_000)}d`);
  expect([bytes.size(), bytes.take()]).toEqual([0, new Uint8Array(0)]);
});

test('a million chunks of one byte take at most twice their bytes', () => {
  const bytes = createByteCollector();
  const chunk = new Uint8Array([7]);
  for (let count = 0; count < 1_000_000; count += 1) bytes.add(chunk);
  const { buffer, length } = bytes.take();
  expect(length).toBe(1_000_000);
  expect(buffer.byteLength).toBeLessThanOrEqual(2_000_002);
});
