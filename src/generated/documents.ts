// Generated from openapi/ by `npm run generate`. Do not edit.
import vibefollowJson from './vibefollow.json' with { type: 'json' };
import yellowJson from './yellow.json' with { type: 'json' };
import adminJson from './admin.json' with { type: 'json' };
import type { operations as OfVibefollow } from './vibefollow.ts';
import type { operations as OfYellow } from './yellow.ts';

/** An OpenAPI document as a value: named are the parts that vf-mock reads, the rest is there too. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string; readonly [key: string]: unknown }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: {
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
