// Generated from openapi/ by `npm run generate`. Do not edit.
import vibefollowJson from './vibefollow.json' with { type: 'json' };
import yellowJson from './yellow.json' with { type: 'json' };
import adminJson from './admin.json' with { type: 'json' };
import type { operations as OfVibefollow } from './vibefollow.ts';
import type { operations as OfYellow } from './yellow.ts';

/** An OpenAPI document as plain data. The type names the parts that vf-mock reads. The other parts are present too. */
export interface OpenApiDocument {
  /** Version of OpenAPI, such as 3.1.0. */
  readonly openapi: string;
  /** Base URLs of the vendor. */
  readonly servers: readonly { readonly url: string; readonly [key: string]: unknown }[];
  /** The operations, by path and by method in lower case. */
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  /** Everything that the operations refer to. */
  readonly components: {
    /** The JSON schemas by name. */
    readonly schemas: { readonly [name: string]: { readonly properties?: object; readonly [key: string]: unknown } };
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

/** The operations of each API. */
export interface ApiOperations {
  readonly vibefollow: OfVibefollow;
  readonly yellow: OfYellow;
}

export const vibefollow: OpenApiDocument = vibefollowJson;
export const yellow: OpenApiDocument = yellowJson;
export const admin: OpenApiDocument = adminJson;

/** The documents of the APIs by their names. */
export const apiDocuments: { readonly [Name in keyof ApiOperations]: OpenApiDocument } = { vibefollow, yellow };
