import { join } from 'node:path';
import { inject } from 'vitest';
import { createMock } from 'vf-mock';

// The stack of an error shows the origin of the code. A test on the sources would prove nothing about the package.
try {
  createMock({ unknown: true } as object);
} catch (error) {
  const { stack = '' } = error as Error;
  const place = join(inject('installed'), 'node_modules/vf-mock/dist/');
  if (!stack.includes(place)) throw new Error(`vf-mock is not that of ${place}.`, { cause: error });
}
