import { fileURLToPath } from 'node:url';
import { apiNames } from '../../src/openapi/router.ts';
import { countShared } from './compare.ts';
import { toContract } from './contract.ts';
import type { Json } from './json.ts';
import { fail, readDocument } from './read.ts';

/** Two documents to compare. */
export interface Pair {
  /** Our document, such as `openapi/vibefollow.yaml`. */
  readonly name: string;
  readonly ours: Json;
  readonly theirs: Json;
}

const apis: readonly string[] = apiNames;

/**
 * Reads a vendor's document and the matching document of ours. Without `api`, ours is the one that shares the most
 * operations with it.
 *
 * @throws If a document cannot be read, or if they share no operation and `api` is absent. The message is one line.
 */
export async function findDocument(file: string, api?: string, path = file): Promise<Pair> {
  if (api !== undefined && !apis.includes(api)) fail(file, `unknown --api "${api}". Use one of ${apis.join(', ')}.`);
  const theirs = await readDocument(file, path);
  const pairs = await Promise.all((api === undefined ? apis : [api]).map(async (name) => readOurs(name, theirs)));
  const [best] = pairs.toSorted((a, b) => countShared(b.ours, b.theirs) - countShared(a.ours, a.theirs));
  if (best && (api !== undefined || countShared(best.ours, theirs) > 0)) return best;
  const [first] = toContract(theirs).values();
  const has = first ? `its first is ${first.name}` : 'it has none';
  const names = pairs.map(({ name }) => name).join(' or ');
  fail(
    file,
    `it has no operation in common with ${names}; ${has}. Compare it all the same with --api ${apis.join(' or --api ')}.`,
  );
}

async function readOurs(api: string, theirs: Json): Promise<Pair> {
  const name = `openapi/${api}.yaml`;
  const ours = await readDocument(fileURLToPath(new URL(`../../${name}`, import.meta.url)));
  return { name, ours, theirs };
}
