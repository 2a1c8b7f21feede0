import { resolveReference, type DocumentedOperation, type DocumentName, type Schema } from '../openapi/document.ts';

/** A request as values, before it becomes text. */
export interface RequestDraft {
  readonly query: Readonly<Record<string, unknown>>;
  readonly path: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A request that breaks its document in one place. */
export interface Mutation {
  /** The change, such as `body.users[0].email: another type`. */
  readonly what: string;
  readonly request: RequestDraft;
}

/** All ways to break a request in one place that its schemas describe. */
export function mutationsOf({ api, parameters, body }: DocumentedOperation, request: RequestDraft): Mutation[] {
  const inQuery = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, required, schema }) => [
      ...(required === true
        ? [mutate(`query ${name}: missing`, { ...request, query: withoutProperty(request.query, name) })]
        : []),
      ...wrongTexts(resolveReference(api, schema)).map((value) =>
        mutate(`query ${name}: ${value === '' ? 'empty' : value}`, {
          ...request,
          query: { ...request.query, [name]: value },
        }),
      ),
    ]);
  const inHeaders = parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) =>
      mutate(`header ${name}`, { ...request, headers: { ...request.headers, [name]: 'no such form' } }),
    );
  const inBody =
    body === undefined
      ? []
      : breaksOf(api, body, request.body, 'body').map(([what, value]) => mutate(what, { ...request, body: value }));
  return [...inQuery, ...inHeaders, ...inBody];
}

function mutate(what: string, request: RequestDraft): Mutation {
  return { what, request };
}

type Break = readonly [what: string, value: unknown];

/** Values that break a schema in one place, made from a valid value. */
function breaksOf(api: DocumentName, given: Schema, value: unknown, place: string): Break[] {
  const schema = resolveReference(api, given);
  if (schema.anyOf) return [];
  if (schema.allOf) {
    return schema.allOf.flatMap((part) =>
      breaksOf(api, part, value, place).filter(([, broken]) => typeof broken === 'object' && broken !== null),
    );
  }
  const { type } = schema;
  const wrongType: Break[] = type === undefined ? [] : [[`${place}: another type`, toOtherType(type, value)]];
  return [...wrongType, ...breaksOfBounds(schema, value, place), ...breaksInside(api, schema, value, place)];
}

/** As text, a replaced id stays the same. A server that does not validate must not change a real user. */
function toOtherType(type: string, value: unknown): unknown {
  if (type === 'string') return [value ?? 'text'];
  return type === 'object' ? [] : 'text';
}

function breaksOfBounds(schema: Schema, value: unknown, place: string): Break[] {
  const { minLength = 0, maxLength, minItems = 0, maxItems, format, pattern, enum: values } = schema;
  const isCheckedText = format !== undefined || pattern !== undefined || values !== undefined;
  return [
    ...(minLength > 0 ? [[`${place}: too short`, ''] as const] : []),
    ...(maxLength === undefined ? [] : [[`${place}: too long`, `${'a'.repeat(maxLength)}@example.com`] as const]),
    ...(isCheckedText ? [[`${place}: malformed`, 'no such form'] as const] : []),
    ...(schema.type === 'array' && minItems > 0 ? [[`${place}: empty`, []] as const] : []),
    ...(maxItems === undefined || !Array.isArray(value)
      ? []
      : [[`${place}: too many`, Array.from({ length: maxItems + 1 }, () => value[0] as unknown)] as const]),
  ];
}

function breaksInside(
  api: DocumentName,
  { properties = {}, required = [], items }: Schema,
  value: unknown,
  place: string,
): Break[] {
  if (Array.isArray(value)) {
    const list = value as unknown[];
    if (items === undefined || list.length === 0) return [];
    return breaksOf(api, items, list[0], `${place}[0]`).map(([what, broken]) => [what, [broken, ...list.slice(1)]]);
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const missing = required.map((name): Break => [`${place}.${name}: missing`, withoutProperty(record, name)]);
  const broken = Object.entries(properties).flatMap(([name, schema]) =>
    breaksOf(api, schema, record[name], `${place}.${name}`).map(([what, part]): Break => [
      what,
      { ...record, [name]: part },
    ]),
  );
  return [...missing, ...broken];
}

/** Texts that are invalid for the schema of a query parameter. */
function wrongTexts({ type, enum: values, minLength = 0, minimum }: Schema): string[] {
  if (values) return ['NO_SUCH_VALUE'];
  if (type === 'integer') return ['many', '1.5', ...(minimum === undefined ? [] : [String(minimum - 1)])];
  if (type === 'boolean') return ['perhaps'];
  return minLength > 0 ? [''] : [];
}

function withoutProperty(record: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));
}
