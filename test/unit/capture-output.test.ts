import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { captureOutput } from '../../src/certify/capture-output.ts';

test('no more of an output is kept than is asked for, in pieces of any size', async () => {
  const pieces = [1, 10, 100_000, 3, 50, 200_000, 1, 1].map((size, index) => Buffer.alloc(size, String(index)));
  const stream = Readable.from(pieces);
  const kept = captureOutput(stream, 100);
  await finished(stream);
  expect(kept.bytes()).toBe(300_066);
  expect(kept.text()).toBe(`0${'1'.repeat(10)}${'2'.repeat(39)}\n… 299966 bytes …\n${'5'.repeat(48)}67`);
});

test('an output without end takes no more memory than is asked for', async () => {
  const stream = Readable.from(Array.from({ length: 10_000 }, () => Buffer.alloc(10, '.')));
  const kept = captureOutput(stream, 1000);
  await finished(stream);
  const concat = vi.spyOn(Buffer, 'concat');
  onTestFinished(() => concat.mockRestore());
  expect(kept.text()).toMatch(/^\.{500}\n… 99000 bytes …\n\.{500}$/);
  const held = concat.mock.calls.flatMap(([buffers]) => buffers).map(({ length }) => length);
  expect(held.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(1000);
});
