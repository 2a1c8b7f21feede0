import type { FactoryAPI, ModelDictionary } from '@mswjs/data/lib/glossary.js';
import type { PrimaryKey } from '@mswjs/data/lib/primaryKey.js';
import type { ManyOf } from '@mswjs/data/lib/relations/Relation.js';
import { peer } from './peer.ts';

/** A value as it came in a body. A list is not `Json[]`: a type that is recursive in two ways is too deep for queries. */
export type Json = string | number | boolean | null | readonly unknown[] | JsonObject;

/** A bag of values as they came in a body. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What is stored, as a record has it: a property that may be absent is `undefined` then. */
export type Row<Stored> = {
  [Name in keyof Stored]-?: ToJson<Stored[Name]> | (undefined extends Stored[Name] ? undefined : never);
};

// Lists are `readonly`, so that `where` cannot be given for them: it would find nothing in a list of plain values.
type ToJson<Value> = unknown extends Value
  ? Json
  : Value extends undefined
    ? never
    : Value extends readonly (infer Item)[]
      ? readonly Item[]
      : Value extends object
        ? JsonObject
        : Value;

/** The names that a type has by itself, without those of its index signature. */
export type KnownKey<Type> = keyof { [Name in keyof Type as string extends Name ? never : Name]: true };

/** How @mswjs/data is told of rows. */
export type Columns<Row, Key extends keyof Row> = {
  [Name in keyof Row]: Name extends Key ? PrimaryKey<Row[Name] & (string | number)> : Column<Row[Name]>;
};

/** A nullable property of @mswjs/data, the only kind that may hold any JSON. */
interface Column<Value> {
  getValue(): Value;
}

/** A column, and what it holds in a record that is created without it. */
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
  /** Makes an object, as it is, a record of the model: `create` would check and copy each, at many times the cost. */
  put(key: Key, values: object): void;
  /** What is stored under those keys by now. */
  find(keys?: readonly Key[]): unknown[];
}

/** For each relation of a model, what it leads to from a record. */
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
  // `create` does so with each record; without it a relation could not be updated.
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

/** One getter for all records: were there one for each, the engine would have to keep a shape for each. */
function toGetters(relations: Relations): [string, PropertyDescriptor][] {
  return Object.entries(relations).map(([name, find]) => {
    function get(this: never): unknown {
      return find(this);
    }
    return [name, { get, enumerable: true, configurable: true }];
  });
}

/** A shallow copy, made property by property: spread, a computed object would stay as slow as engines keep it. */
export function copyOf(values: object, first: object = {}): object {
  const copy = first as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) copy[name] = value;
  return copy;
}

/** Adds to the list that is kept for a key. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
