import { resolveReference, type DocumentName, type Parameter, type Schema } from '../openapi/document.ts';

const formatSamples: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  date: '1990-04-30',
  'date-time': '2026-01-05T09:30:00.000Z',
};

/** A valid value of a schema, with all properties or only the required properties. Examples have priority. */
export function toSample(api: DocumentName, given: Schema, isWhole: boolean): unknown {
  const schema = resolveReference(api, given);
  const [first = schema.enum?.[0]] = schema.examples ?? [];
  if (first !== undefined) return first;
  const { anyOf: [alternative] = [], allOf } = schema;
  if (alternative !== undefined) return toSample(api, alternative, isWhole);
  if (allOf) return Object.assign({}, ...allOf.map((part) => toSample(api, part, isWhole))) as object;
  switch (schema.type) {
    case 'object':
      return toObject(api, schema, isWhole);
    case 'array':
      return isWhole || (schema.minItems ?? 0) > 0 ? [toSample(api, schema.items ?? {}, isWhole)] : [];
    case 'integer':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    default:
      return formatSamples[schema.format ?? ''] ?? 'text';
  }
}

/** The value of a parameter: its example, or a valid value of its schema. */
export function toParameterSample(api: DocumentName, { example, schema }: Parameter): unknown {
  return example ?? toSample(api, schema, true);
}

function toObject(api: DocumentName, { properties = {}, required = [] }: Schema, isWhole: boolean): object {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => isWhole || required.includes(name))
      .map(([name, schema]) => [name, toSample(api, schema, isWhole)]),
  );
}
