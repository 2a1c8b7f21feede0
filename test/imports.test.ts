import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

// All other tests import the package by its name, and so run on what is packed and installed, too. See `npm run test:packed`.
test('only these test what cannot be seen from outside', async () => {
  expect((await readdir(new URL('unit/', import.meta.url))).toSorted()).toEqual([
    'capture-output.test.ts',
    'contract-reports.test.ts',
    'coverage.test.ts',
    'data-peer.test.ts',
    'documentation.test.ts',
    'figures.test.ts',
    'journal.test.ts',
    'parsed-request.test.ts',
    'pipeline.test.ts',
    'property-marks.test.ts',
    'records.test.ts',
    'request-log.test.ts',
    'rules-documents.test.ts',
    'rules-evidence.test.ts',
    'rules.test.ts',
    'types.test.ts',
  ]);
});
