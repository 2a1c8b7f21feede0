import type { DATABASE_INSTANCE, ENTITY_TYPE, PRIMARY_KEY } from '@mswjs/data/lib/glossary.js';
import type { factory, manyOf, nullable, oneOf, primaryKey } from '@mswjs/data';

/** What is used of @mswjs/data, which not everybody has installed. */
interface Peer {
  readonly factory: typeof factory;
  readonly manyOf: typeof manyOf;
  readonly nullable: typeof nullable;
  readonly oneOf: typeof oneOf;
  readonly primaryKey: typeof primaryKey;
  /** Where a database keeps its records. */
  readonly DATABASE_INSTANCE: typeof DATABASE_INSTANCE;
  /** Where a record has the name of its model. */
  readonly ENTITY_TYPE: typeof ENTITY_TYPE;
  /** Where a record has the name of its primary key. */
  readonly PRIMARY_KEY: typeof PRIMARY_KEY;
}

// A static import would fail before any code of ours could say what to do.
export const peer: Peer = await load();

async function load(): Promise<Peer> {
  try {
    return { ...(await import('@mswjs/data')), ...(await import('@mswjs/data/lib/glossary.js')) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Error('vf-mock/data needs @mswjs/data: npm install --save-dev @mswjs/data', { cause: error });
  }
}

/** Whether it is the package itself that was not found, and nothing that it needs in turn. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'@mswjs/data'");
}
