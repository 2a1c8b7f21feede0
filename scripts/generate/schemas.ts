import { apis, operationsOf, resolve, type Document, type Documents, type Json, type Operation } from './documents.ts';

/** Schemas by name, each a reference into a document: `{ bulkUpsertUsers: { $ref: 'vibefollow#/…' } }`. */
export type Schemas = Record<string, Json>;

interface OperationSchemas {
  readonly bodies: Schemas;
  readonly records: Schemas;
  readonly queries: Schemas;
  readonly headers: Schemas;
  /** The documents with additional schemas. The references of these schemas lead to the right place. */
  readonly documents: Documents;
}

/** The schemas of requests. The admin API checks its own bodies, because its messages are more detailed. */
export function collectSchemas(originals: Documents): OperationSchemas {
  const documents = structuredClone(originals) as Record<string, Document>;
  const bodies: Schemas = {};
  const records: Schemas = {};
  const queries: Schemas = {};
  const headers: Schemas = {};
  for (const name of apis) {
    const document = documents[name];
    if (!document) continue;
    const made: Schemas = (document['x-validators'] = {});
    const add = (id: string, schema: Json): Json => {
      made[id] = schema;
      return { $ref: `${name}#/x-validators/${id}` };
    };
    for (const { operation } of operationsOf(document)) {
      const id = operation.operationId;
      const body = operation.requestBody?.content['application/json'].schema;
      const { property, judged } = operation['x-records'] ?? {};
      if (body && property !== undefined && judged === 'separately') {
        const { items, envelope } = splitRecords(body, property);
        bodies[id] = add(`${id}-body`, envelope);
        records[id] = add(`${id}-record`, items);
      } else if (body) bodies[id] = add(`${id}-body`, body);
      queries[id] = add(`${id}-query`, toParameterSchema('query', operation, document));
      headers[id] = add(`${id}-headers`, toParameterSchema('header', operation, document));
    }
  }
  return { bodies, records, queries, headers, documents };
}

/** The schema of the records, and the schema of the body with any records. */
function splitRecords(body: Json, property: string): { items: Json; envelope: Json } {
  const envelope = structuredClone(body) as { properties: Record<string, Json> };
  const list = envelope.properties[property] as { items: Json };
  const items = list.items;
  list.items = {};
  return { items, envelope };
}

function toParameterSchema(place: 'query' | 'header', operation: Operation, document: Document): Json {
  const toName = ({ name }: Json): string => (place === 'header' ? String(name).toLowerCase() : String(name));
  const parameters = (operation.parameters ?? [])
    .map((parameter) => resolve(parameter, document))
    .filter((parameter) => parameter['in'] === place);
  return {
    type: 'object',
    required: parameters.filter((parameter) => parameter['required']).map(toName),
    properties: Object.fromEntries(parameters.map((parameter) => [toName(parameter), parameter['schema']])),
  };
}
