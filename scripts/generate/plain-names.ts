import type { Document } from './documents.ts';

/** A short name for each schema of a document, and for the bodies of its operations. They follow its types. */
export function toPlainNames({ components }: Document): string {
  const names = Object.entries(components.schemas).map(
    ([name, { description }]) => `${toComment(description)}export type ${name} = components["schemas"]["${name}"];`,
  );
  return [...names, bodies].join('\n');
}

function toComment(description: unknown): string {
  return typeof description === 'string' ? `/** ${description.trim()} */\n` : '';
}

const bodies = `
interface Json<Body> {
    content: { "application/json": Body };
}
/** The body of a request, by \`operationId\`. */
export type RequestBody<Id extends keyof operations> =
    operations[Id] extends { requestBody: Json<infer Body> } ? Body : never;
/** The body of an answer, by \`operationId\` and status. */
export type ResponseBody<Id extends keyof operations, Status extends keyof operations[Id]["responses"]> =
    operations[Id]["responses"][Status] extends Json<infer Body> ? Body : never;
`;

/** The module of `vf-mock/types`: a namespace for each API, since both have names such as `UserRecord`. */
export function toTypesModule(apis: readonly string[]): string {
  return apis.map((name) => `export type * as ${name} from './${name}.ts';`).join('\n');
}
