import { toList, toObject, type Json } from './json.ts';

/** The types of JSON Schema. `number` is `integer` and `fraction`, so no type contains another. */
export type Kind = 'null' | 'boolean' | 'string' | 'integer' | 'fraction' | 'object' | 'array';

/** The meaning of a schema in one form. Two schemas with the same shape accept the same values. */
export interface Shape {
  readonly kinds: ReadonlySet<Kind>;
  /** The allowed values. `null` is not among them, because it is a kind. */
  readonly values?: readonly unknown[];
  readonly limits: ReadonlyMap<string, string | number | boolean>;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
  /** The schema of unlisted properties. */
  readonly rest: unknown;
  readonly items: unknown;
  /** Keywords that are not analysed, such as overlapping alternatives, as texts. Equal conditions have equal texts. */
  readonly conditions: ReadonlyMap<string, string>;
  readonly fallback?: unknown;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
}

const allKinds: readonly Kind[] = ['null', 'boolean', 'string', 'integer', 'fraction', 'object', 'array'];

/** The limits with the types that they limit. */
const limited: Readonly<Record<string, readonly Kind[]>> = {
  minLength: ['string'],
  maxLength: ['string'],
  pattern: ['string'],
  // The width of a number in memory does not matter for JSON.
  format: ['string'],
  minimum: ['integer', 'fraction'],
  maximum: ['integer', 'fraction'],
  exclusiveMinimum: ['integer', 'fraction'],
  exclusiveMaximum: ['integer', 'fraction'],
  multipleOf: ['integer', 'fraction'],
  minItems: ['array'],
  maxItems: ['array'],
  uniqueItems: ['array'],
  minProperties: ['object'],
  maxProperties: ['object'],
};

/** Keywords that imply the type if a schema does not have one. */
const hints: Readonly<Record<string, readonly Kind[]>> = {
  ...limited,
  properties: ['object'],
  required: ['object'],
  additionalProperties: ['object'],
  items: ['array'],
};

export const anything: Shape = {
  kinds: new Set(allKinds),
  limits: new Map(),
  properties: new Map(),
  required: new Set(),
  rest: true,
  items: true,
  conditions: new Map(),
};

export const nothing: Shape = { ...anything, kinds: new Set() };

/** The shape of a schema without its references and combinations. */
export function toShape(schema: Json): Shape {
  const { readOnly, writeOnly } = schema;
  const listed = 'const' in schema ? [schema['const']] : schema['enum'];
  const values = Array.isArray(listed) ? listed.filter((value) => value !== null) : [];
  return {
    kinds: toKinds(schema, listed),
    ...(values.length > 0 && { values }),
    limits: toLimits(schema),
    properties: new Map(Object.entries(toObject(schema['properties']))),
    required: new Set(toList(schema['required']).filter((name) => typeof name === 'string')),
    rest: schema['additionalProperties'] ?? true,
    items: schema['items'] ?? true,
    conditions: new Map(),
    ...(schema['default'] !== undefined && { fallback: schema['default'] }),
    ...(readOnly === true && { readOnly }),
    ...(writeOnly === true && { writeOnly }),
  };
}

function toKinds(schema: Json, listed: unknown): ReadonlySet<Kind> {
  const { type } = schema;
  const names = typeof type === 'string' ? [type] : toList(type);
  const told = Object.keys(hints).filter((name) => schema[name] !== undefined);
  const kinds = new Set((names.length > 0 ? names : told.flatMap((name) => hints[name] ?? [])).flatMap(toKind));
  const known = kinds.size === 0 ? anything.kinds : kinds;
  const used = Array.isArray(listed) ? new Set(listed.map(kindOf)) : known;
  return new Set([...known].filter((kind) => used.has(kind)));
}

function toKind(name: unknown): Kind[] {
  return name === 'number' ? ['integer', 'fraction'] : allKinds.filter((kind) => kind === name);
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value as Kind;
}

function toLimits(schema: Json): Shape['limits'] {
  const limits = new Map<string, string | number | boolean>();
  for (const name of Object.keys(limited)) {
    const limit = schema[name];
    if (typeof limit === 'string' || typeof limit === 'number') limits.set(name, limit);
  }
  if (schema['uniqueItems'] === true) limits.set('uniqueItems', true);
  // In OpenAPI 3.0 `exclusiveMinimum` is a boolean. It excludes the value of `minimum` itself.
  for (const [name, exclusive] of exclusives) {
    const limit = limits.get(name);
    if (schema[exclusive] !== true || limit === undefined) continue;
    limits.delete(name);
    limits.set(exclusive, limit);
  }
  return limits;
}

const exclusives = [
  ['minimum', 'exclusiveMinimum', 1],
  ['maximum', 'exclusiveMaximum', -1],
] as const;

/** Removes keywords without effect, and writes equal meanings in the same way. */
export function settle(shape: Shape): Shape {
  const { kinds } = shape;
  const limits = new Map(shape.limits);
  for (const [name, exclusive, step] of exclusives) {
    const limit = limits.get(exclusive);
    if (typeof limit !== 'number' || kinds.has('fraction')) continue;
    limits.delete(exclusive);
    limits.set(name, combine(name, limits.get(name), limit + step));
  }
  for (const [name, limit] of limits) if (!matters(name, limit, kinds)) limits.delete(name);
  return { ...shape, limits };
}

function matters(name: string, limit: unknown, kinds: ReadonlySet<Kind>): boolean {
  if (!applies(name, kinds)) return false;
  return !(limit === 0 && /^min(Length|Items|Properties)$/.test(name));
}

/** Whether a limit applies to values of these types. */
export function applies(name: string, kinds: ReadonlySet<Kind>): boolean {
  return limited[name]?.some((kind) => kinds.has(kind)) === true;
}

/** The shape of values that have both shapes. */
export function intersect(one: Shape, other: Shape): Shape {
  const { values = other.values, fallback = other.fallback } = one;
  const both = other.values && values?.filter((value) => includes(other.values ?? [], value));
  const isReadOnly = one.readOnly ?? other.readOnly;
  const isWriteOnly = one.writeOnly ?? other.writeOnly;
  return {
    kinds: new Set([...one.kinds].filter((kind) => other.kinds.has(kind))),
    ...(values && { values: both ?? values }),
    limits: merge(one.limits, other.limits, (a, b, name) => combine(name, a, b)),
    properties: merge(one.properties, other.properties, toBoth),
    required: new Set([...one.required, ...other.required]),
    rest: toBoth(one.rest, other.rest),
    items: toBoth(one.items, other.items),
    conditions: merge(one.conditions, other.conditions, (a, b) => (a === b ? a : [a, b].sort().join(' and '))),
    ...(fallback !== undefined && { fallback }),
    ...(isReadOnly && { readOnly: true }),
    ...(isWriteOnly && { writeOnly: true }),
  };
}

/** One shape for alternatives, if the type of a value identifies its alternative. Otherwise `undefined`. */
export function unite(shapes: readonly Shape[]): Shape | undefined {
  const real = shapes.filter(({ kinds }) => kinds.size > 0);
  const kinds = new Set(real.flatMap((shape) => [...shape.kinds]));
  if (kinds.size < real.reduce((sum, shape) => sum + shape.kinds.size, 0)) return undefined;
  const parts = real.filter((shape) => shape.kinds.size > 1 || !shape.kinds.has('null'));
  if (parts.length > 1 && parts.some(({ values, conditions }) => values ?? conditions.size > 0)) return undefined;
  return parts.map((part) => ({ ...part, kinds })).reduce(intersect, { ...anything, kinds });
}

export function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((one) => JSON.stringify(one) === JSON.stringify(value));
}

function toBoth(one: unknown, other: unknown): unknown {
  if (one === true || one === other) return other;
  return other === true || one === false ? one : other === false ? other : { allOf: [one, other] };
}

function combine<T extends string | number | boolean>(name: string, one: T | undefined, other: T): T | string | number {
  if (one === undefined || one === other) return other;
  if (typeof one !== 'number' || typeof other !== 'number') return `${one} and ${other}`;
  return /^min|^exclusiveMin/.test(name) ? Math.max(one, other) : Math.min(one, other);
}

function merge<T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  join: (a: T, b: T, name: string) => T,
): Map<string, T> {
  const merged = new Map(one);
  for (const [name, value] of other) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? value : join(before, value, name));
  }
  return merged;
}
