import { documents, type ApiName } from './router.ts';

/** A mark of a property: only the server sets it, or it is the time of the last write of its user. */
type Mark = 'readOnly' | 'x-last-write';

interface SchemaObject {
  readonly allOf?: readonly SchemaObject[];
  readonly properties?: Readonly<Record<string, { readonly [Name in Mark]?: boolean }>>;
}

/** Names of the properties that the document of an API marks. */
export function findMarkedProperties(api: ApiName, mark: Mark): string[] {
  const schemas = Object.values(documents[api].components.schemas) as SchemaObject[];
  return [...new Set(schemas.flatMap((schema) => listMarked(schema, mark)))];
}

function listMarked({ properties = {}, allOf = [] }: SchemaObject, mark: Mark): string[] {
  const own = Object.entries(properties).flatMap(([name, marks]) => (marks[mark] === true ? [name] : []));
  return [...own, ...allOf.flatMap((schema) => listMarked(schema, mark))];
}
