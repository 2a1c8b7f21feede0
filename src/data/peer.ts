import type { DATABASE_INSTANCE, ENTITY_TYPE, PRIMARY_KEY } from '@mswjs/data/lib/glossary.js';
import type { factory, manyOf, nullable, oneOf, primaryKey } from '@mswjs/data';

/** The used parts of @mswjs/data, which is an optional peer dependency. */
interface Peer {
  readonly factory: typeof factory;
  readonly manyOf: typeof manyOf;
  readonly nullable: typeof nullable;
  readonly oneOf: typeof oneOf;
  readonly primaryKey: typeof primaryKey;
  /** Symbol of the property with the records of a database. */
  readonly DATABASE_INSTANCE: typeof DATABASE_INSTANCE;
  /** Symbol of the property with the model name of a record. */
  readonly ENTITY_TYPE: typeof ENTITY_TYPE;
  /** Symbol of the property with the primary key name of a record. */
  readonly PRIMARY_KEY: typeof PRIMARY_KEY;
}

// A static import would fail before this code can explain the failure.
export const peer: Peer = await load();

async function load(): Promise<Peer> {
  try {
    return { ...(await import('@mswjs/data')), ...(await import('@mswjs/data/lib/glossary.js')) };
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Error('vf-mock/data needs @mswjs/data: npm install --save-dev @mswjs/data', { cause: error });
  }
}

/** Whether the package itself is missing, and not one of its dependencies. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'@mswjs/data'");
}
