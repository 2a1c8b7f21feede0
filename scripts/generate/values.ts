// The documents as values: a JSON file each, and a module that gives them a type.
import type { Document } from './documents.ts';

/** Two spaces a level, as people and `git diff` read it. */
export function toJson(document: Document): string {
  return JSON.stringify(document, null, 2);
}

export function toDocumentsModule(names: readonly string[]): string {
  const imports = names.map((name) => `import ${name}Json from './${name}.json' with { type: 'json' };`);
  const values = names.map((name) => `export const ${name}: OpenApiDocument = ${name}Json;`);
  return `${imports.join('\n')}

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

${values.join('\n')}
`;
}
