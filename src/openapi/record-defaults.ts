import { operationsOf, resolveReference, type DocumentedOperation, type Schema } from './document.ts';
import { apiNames, type OperationId } from './router.ts';
import { flattenSchema } from './schema-shape.ts';

/** Default values of the optional properties of a record. */
type Defaults = Readonly<Record<string, unknown>>;

/** By operation, made when it is first asked for. */
let defaults: ReadonlyMap<string, Defaults> | undefined;

function defaultsOf(id: OperationId): Defaults | undefined {
  defaults ??= new Map(
    apiNames.flatMap(operationsOf).flatMap((operation) => {
      const found = findDefaults(operation);
      return Object.keys(found).length === 0 ? [] : [[operation.id, found]];
    }),
  );
  return defaults.get(id);
}

/** A record with the defaults of its document. Returns the same record if its operation has no defaults. */
export function withDefaults<Item>(operation: OperationId, record: Item): Item {
  const found = defaultsOf(operation);
  return found === undefined ? record : { ...found, ...record };
}

/** Whether the records of an operation have defaults. */
export function hasDefaults(operation: OperationId): boolean {
  return defaultsOf(operation) !== undefined;
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
