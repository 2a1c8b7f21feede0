import { operationsOf, resolveReference, type DocumentedOperation, type Schema } from './document.ts';
import { apiNames, type OperationId } from './router.ts';
import { flattenSchema } from './schema-shape.ts';

/** Default values of the optional properties of a record. */
type Defaults = Readonly<Record<string, unknown>>;

const defaults: ReadonlyMap<string, Defaults> = new Map(
  apiNames.flatMap(operationsOf).flatMap((operation) => {
    const found = findDefaults(operation);
    return Object.keys(found).length === 0 ? [] : [[operation.id, found]];
  }),
);

/** A record with the defaults of its document. Returns the same record if its operation has no defaults. */
export function withDefaults<Item>(operation: OperationId, record: Item): Item {
  const found = defaults.get(operation);
  return found === undefined ? record : { ...found, ...record };
}

/** Whether the records of an operation have defaults. */
export function hasDefaults(operation: OperationId): boolean {
  return defaults.has(operation);
}

function findDefaults({ api, body, operation }: DocumentedOperation): Defaults {
  const { 'x-records': place } = operation;
  if (body === undefined || place === undefined) return {};
  const flatten = (schema: Schema): Schema => flattenSchema(schema, (one) => resolveReference(api, one));
  const whole = flatten(body);
  const record = place.property === undefined ? whole : flatten(whole.properties?.[place.property]?.items ?? {});
  const entries = Object.entries(record.properties ?? {}).map(([name, schema]) => [name, flatten(schema).default]);
  return Object.freeze(Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Defaults);
}
