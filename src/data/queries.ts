import type { FactoryAPI, ModelAPI, ModelDictionary } from '@mswjs/data/lib/glossary.js';

/** Models for queries. They have no handlers, because handlers would serve this copy and not the mock. */
export type Database<Models extends ModelDictionary> = {
  readonly [Name in keyof Models]: Omit<ModelAPI<Models, Name & string>, 'toHandlers' | 'toGraphQLSchema'>;
};

const queries = ['count', 'findFirst', 'findMany', 'update', 'updateMany', 'delete', 'deleteMany'] as const;

/** Makes models refuse what @mswjs/data would answer in a misleading way. */
export function guardModels<Models extends ModelDictionary>(
  database: FactoryAPI<Models>,
  models: Models,
): Database<Models> {
  for (const name of Object.keys(models)) {
    const model = (database as Record<string, unknown>)[name] as Record<string, (query?: Query) => unknown>;
    const { getAll } = model as unknown as { getAll(): readonly object[] };
    for (const method of queries) {
      const run = model[method] as (query?: Query) => unknown;
      model[method] = (query) => {
        const { where = {}, orderBy = [] } = query ?? {};
        for (const asked of [where, orderBy].flat()) assertColumns(asked, name, models);
        assertAnswerable(where, { name, records: getAll() });
        return run(query);
      };
    }
    model['toHandlers'] = refuseHandlers;
    model['toGraphQLSchema'] = refuseHandlers;
  }
  return database as unknown as Database<Models>;
}

interface Query {
  readonly where?: Where;
  readonly orderBy?: Where | readonly Where[];
}

type Where = Readonly<Record<string, unknown>>;

interface Searched {
  readonly name: string;
  readonly records: readonly object[];
}

/** @throws If a column of the model, or of a model that it is related to, does not exist. */
function assertColumns(asked: Where, name: string, models: ModelDictionary): void {
  const columns: Readonly<Record<string, object>> = models[name] ?? {};
  for (const [column, inner] of Object.entries(asked)) {
    if (!Object.hasOwn(columns, column)) {
      const names = Object.keys(columns).join(', ');
      throw new Error(`Failed to query ${name}: there is no column ${column}. The columns are ${names}.`);
    }
    const { target } = columns[column] as { readonly target?: { readonly modelName: string } };
    if (target && isObject(inner)) assertColumns(inner as Where, target.modelName, models);
  }
}

/** @throws If a searched value is a list of plain values: the query would find nothing. */
function assertAnswerable(where: Where, { name, records }: Searched): void {
  for (const record of records) {
    const list = findPlainList(where, record);
    if (list === undefined) continue;
    const [column = ''] = list;
    throw new Error(
      `Failed to query ${name}: ${list.join('.')} is a list of plain values, and @mswjs/data does not search these. ` +
        `Filter the records, such as getAll().filter(({ ${column} }) => …).`,
    );
  }
}

/** The path of the first searched value that is a list of plain values. */
function findPlainList(where: Where, record: object): readonly string[] | undefined {
  for (const [name, inner] of Object.entries(where)) {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    if (!isObject(inner) || !isObject(value)) continue;
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!parts.every(isObject)) return [name];
    for (const part of parts) {
      const path = findPlainList(inner as Where, part);
      if (path !== undefined) return [name, ...path];
    }
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refuseHandlers(): never {
  throw new Error(
    'Failed to create handlers: a database is a copy for queries, and its handlers would serve a state of their own. ' +
      'Use handlers(mock) of vf-mock/msw.',
  );
}
