// The documents as values: a JSON file for each, and a module with their types.
import type { Document } from './documents.ts';

/** JSON with two spaces a level, for people and `git diff`. */
export function toJson(document: Document): string {
  return JSON.stringify(document, null, 2);
}

export function toDocumentsModule(names: readonly string[]): string {
  const imports = names.map((name) => `import ${name}Json from './${name}.json' with { type: 'json' };`);
  const values = names.map((name) => `export const ${name}: OpenApiDocument = ${name}Json;`);
  const apis = names.filter((name) => name !== 'admin');
  const toType = (name: string): string => `Of${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const types = apis.map((name) => `import type { operations as ${toType(name)} } from './${name}.ts';`);
  return `${[...imports, ...types].join('\n')}

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
${apis.map((name) => `  readonly ${name}: ${toType(name)};`).join('\n')}
}

${values.join('\n')}

/** The documents of the APIs by their names. */
export const apiDocuments: { readonly [Name in keyof ApiOperations]: OpenApiDocument } = { ${apis.join(', ')} };
`;
}
