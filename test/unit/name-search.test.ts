import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateRecords } from 'vf-mock/certify';
import { createNameSearch } from '../../src/certify/name-search.ts';
import { apiNames } from '../_setup.ts';
import { encoders } from '../_encoders.ts';

/** Ids of every shape that is generated. */
const generated = apiNames.flatMap((api) =>
  [...generateRecords({ api, count: 400, seed: 3 })].flatMap(({ id }) => (id.startsWith('usr_') ? [] : [id])),
);
const anyId = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('\\', '"', "'", '%', '&', '+', 'a', '#{'),
      fc.constantFrom('\ud800', '\udfff'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  // A name that is only punctuation may be anywhere in an output.
  .filter((id) => /[a-z\d]/i.test(id));

describe.each(Object.entries(encoders))('an id as %s', (_, encode) => {
  test.each([
    (id: string) => `rejected ${encode(id)}: Invalid email`,
    (id: string) => `{"id":${encode(id)},"line":7}`,
    (id: string) => `id=${encode(id)}\nnext`,
  ])('is found, whatever it is', (toLine) => {
    for (const id of generated) expect({ id, has: createNameSearch(toLine(id)).has(id) }).toEqual({ id, has: true });
    fc.assert(
      fc.property(anyId, (id) => createNameSearch(toLine(id)).has(id)),
      { seed: 1, numRuns: 300 },
    );
  });

  test('is not found where only others are printed', () => {
    const lines = generated.map((id) => `rejected ${encode(id)}: Invalid email`);
    for (const [at, id] of [...new Set(generated)].entries()) {
      if (at % 10 !== 0) continue;
      const others = lines.filter((_line, index) => generated[index] !== id).join('\n');
      expect({ id, has: createNameSearch(others).has(id) }).toEqual({ id, has: false });
    }
  });

  test.each(['x', '7', '_', '-', 'ä'])('is not found as a part of an id with %s', (more) => {
    for (const id of generated) {
      const longer = `rejected ${encode(more + id)} and ${encode(id + more)}: Invalid email`;
      expect({ id, has: createNameSearch(longer).has(id) }).toEqual({ id, has: false });
    }
  });
});

test('an id is found in colours, in Windows paths, and beside letters of scripts without spaces', () => {
  for (const output of ['\u001b[31musr_1\u001b[0m', String.raw`C:\new\usr_1\bad.json`, '拒绝usr_1。']) {
    expect(createNameSearch(output).has('usr_1')).toBe(true);
  }
});

test('the time for a search grows with the output, and not with its square', () => {
  // Each of these outputs would take minutes, if its time grew with its square.
  const long = ['\\'.repeat(400_000), 'a'.repeat(400_000), '%25'.repeat(130_000), '"'.repeat(400_000)];
  for (const output of long) expect(['a', 'a-1', '\\a'].filter((id) => createNameSearch(output).has(id))).toEqual([]);
});
