import { documents, type ApiName } from './router.ts';

interface SchemaObject {
  readonly allOf?: readonly SchemaObject[];
  readonly properties?: Readonly<Record<string, { readonly readOnly?: boolean }>>;
}

/** Names of properties that the server owns: those that the document of an API marks with `readOnly`. */
export function serverOwnedOf(api: ApiName): string[] {
  const schemas = Object.values(documents[api].components.schemas) as SchemaObject[];
  return [...new Set(schemas.flatMap(listReadOnly))];
}

function listReadOnly({ properties = {}, allOf = [] }: SchemaObject): string[] {
  const own = Object.entries(properties).flatMap(([name, { readOnly }]) => (readOnly === true ? [name] : []));
  return [...own, ...allOf.flatMap(listReadOnly)];
}
