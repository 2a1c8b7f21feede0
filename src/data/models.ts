import type { FactoryAPI, ModelDictionary } from '@mswjs/data/lib/glossary.js';
import type { PrimaryKey } from '@mswjs/data/lib/primaryKey.js';
import type { ManyOf } from '@mswjs/data/lib/relations/Relation.js';
import { peer } from './peer.ts';

/** A value of a body. A list is not `Json[]`, because a type with two recursions is too deep for queries. */
export type Json = string | number | boolean | null | readonly unknown[] | JsonObject;

/** An object of a body. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A stored object as a record. An absent property is `undefined`. */
export type Row<Stored> = {
  [Name in keyof Stored]-?: ToJson<Stored[Name]> | (undefined extends Stored[Name] ? undefined : never);
};

// Lists are `readonly`, so that `where` does not accept them: it would find nothing in a list of plain values.
type ToJson<Value> = unknown extends Value
  ? Json
  : Value extends undefined
    ? never
    : Value extends readonly (infer Item)[]
      ? readonly Item[]
      : Value extends object
        ? JsonObject
        : Value;

/** The names of the known properties of a type, without its index signature. */
export type KnownKey<Type> = keyof { [Name in keyof Type as string extends Name ? never : Name]: true };

/** The definition of rows for @mswjs/data. */
export type Columns<Row, Key extends keyof Row> = {
  [Name in keyof Row]: Name extends Key ? PrimaryKey<Row[Name] & (string | number)> : Column<Row[Name]>;
};

/** A nullable property of @mswjs/data. Only this kind may contain any JSON. */
interface Column<Value> {
  getValue(): Value;
}

/** A column with its initial value. */
export function column<Value>(initial: Value): Column<Value> {
  return peer.nullable((() => initial) as () => string | null) as Column<unknown> as Column<Value>;
}

/** Columns that may be absent. */
export function columns<Name extends string>(names: readonly Name[]): { [Key in Name]: Column<undefined> } {
  return Object.fromEntries(names.map((name) => [name, column(undefined)])) as { [Key in Name]: Column<undefined> };
}

type Key = string | number;

/** The records of a model. */
export interface Model {
  /** Adds an object to the model without a copy. `create` would check and copy it, which is many times slower. */
  put(key: Key, values: object): void;
  /** The records with these keys. */
  find(keys?: readonly Key[]): unknown[];
}

/** For each relation of a model, a function that finds the related records. */
type Relations = Readonly<Record<string, (record: never) => unknown>>;

export function openModel<Models extends ModelDictionary>(
  database: FactoryAPI<Models>,
  models: Models,
  name: keyof Models & string,
  relations: Relations,
): Model {
  const store = database[peer.DATABASE_INSTANCE];
  const records: Map<Key, object> = store.getModel(name);
  const definitions = Object.entries<object>(models[name] ?? {});
  const primaryKey = definitions.find(([, definition]) => 'getPrimaryKeyValue' in definition)?.[0] ?? '';
  const kind = { [peer.ENTITY_TYPE]: name, [peer.PRIMARY_KEY]: primaryKey };
  // `create` does this for each record. Without it relations cannot be updated.
  for (const [property, definition] of definitions) {
    if ('apply' in definition) (definition as ManyOf<string>).apply(kind, [property], models, store);
  }
  const getters = toGetters(relations);
  return {
    put(key, values): void {
      const record = values as Record<symbol, unknown>;
      record[peer.ENTITY_TYPE] = name;
      record[peer.PRIMARY_KEY] = primaryKey;
      for (const [property, getter] of getters) Object.defineProperty(record, property, getter);
      records.set(key, record);
    },
    find: (keys = []) => keys.flatMap((key) => records.get(key) ?? []),
  };
}

/** All records share one getter. With own getters each record would need its own shape in the engine. */
function toGetters(relations: Relations): [string, PropertyDescriptor][] {
  return Object.entries(relations).map(([name, find]) => {
    function get(this: never): unknown {
      return find(this);
    }
    return [name, { get, enumerable: true, configurable: true }];
  });
}

/** A shallow copy, made property by property. A spread copy would keep the slow form of a computed object. */
export function copyOf(values: object, first: object = {}): object {
  const copy = first as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) copy[name] = value;
  return copy;
}

/** Adds an item to the list of a key. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
