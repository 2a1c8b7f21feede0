import type { Schema } from './document.ts';

/** A schema in the form that coverage needs. It finds the parts of a document in a value. */
export interface Shape {
  /** The place in the document, such as `body.users[]`. */
  readonly path: string;
  /** Position of the part of this schema in the plan. -1 if the schema is no part. */
  readonly part: number;
  /** Whether a value has more parts inside it. */
  readonly isDeep: boolean;
  /** The shape of a property, or `undefined` if it is unknown. `at` is the position of the property in its object. */
  find?(name: string, at: number): Shape | undefined;
  readonly items?: Shape;
  /** For each listed value, the position of its part. */
  readonly values?: ReadonlyMap<unknown, number>;
  readonly alternatives?: readonly Alternative[];
}

/** One schema of an `anyOf`. */
export interface Alternative {
  readonly part: number;
  /** Whether the form of a value shows that it is meant for this schema. */
  fits(value: unknown): boolean;
}

/** The tools to make a shape. */
export interface ShapeContext {
  /** Follows a reference. */
  resolve(schema: Schema): Schema;
  /** Adds a part to the plan, and returns its position. */
  add(id: string): number;
  /** Whether values arrive as texts. The values of parameters and headers do. */
  readonly isText: boolean;
}

/** The shape of a schema. The ids of its parts begin with `path`. */
export function toShape(schema: Schema, path: string, context: ShapeContext, part = -1): Shape {
  const { properties, additionalProperties, items, anyOf = [], ...flat } = flattenSchema(schema, context.resolve);
  const inside = (one: Schema, id: string): Shape => toShape(one, id, context, context.add(id));
  const values = toValues(flat, context).map(([value, text]) => [value, context.add(`${path}=${text}`)] as const);
  const alternatives = anyOf.map((one) => toAlternative(context.resolve(one), path, context));
  const named = Object.entries(properties ?? {}).map(([name, one]) => [name, inside(one, `${path}.${name}`)] as const);
  const isObject = properties !== undefined || (additionalProperties ?? false) !== false;
  const others = toSchema(additionalProperties);
  return {
    path,
    part,
    isDeep: isObject || items !== undefined || values.length > 0 || alternatives.length > 0,
    ...(isObject && { find: createPropertyLookup(new Map(named), others && inside(others, `${path}.*`)) }),
    ...(items && { items: toShape(items, `${path}[]`, context) }),
    ...(values.length > 0 && { values: new Map(values) }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/** Maximum number of properties of an object whose positions are remembered. */
const rememberedPositions = 50;

/**
 * Finds the shape of a property by its name. `others` is the shape of unlisted properties. The records of one request
 * mostly have the same names in the same order, so the last name at a position is tried first. That is twice as fast.
 */
export function createPropertyLookup(named: ReadonlyMap<string, Shape>, others?: Shape): NonNullable<Shape['find']> {
  const names: string[] = [];
  const shapes: Shape[] = [];
  return (name, at) => {
    if (at < rememberedPositions && names[at] === name) return shapes[at];
    const found = named.get(name);
    if (found === undefined) return others;
    if (at < rememberedPositions) {
      names[at] = name;
      shapes[at] = found;
    }
    return found;
  };
}

/** The schema of unlisted properties. `true` stands for a schema without any rule. */
function toSchema(others: boolean | Schema | undefined): Schema | undefined {
  if (others === true) return {};
  return others === false ? undefined : others;
}

/** A schema with its reference resolved and its `allOf` merged into it. */
export function flattenSchema(schema: Schema, resolve: ShapeContext['resolve']): Schema {
  const { allOf = [], ...flat } = resolve(schema);
  return allOf.reduce<Schema>((whole, one) => {
    const { properties, additionalProperties, ...more } = flattenSchema(one, resolve);
    const open = toSchema(whole.additionalProperties) ? whole.additionalProperties : additionalProperties;
    const all = properties && { properties: { ...whole.properties, ...properties } };
    return { ...whole, ...more, ...all, ...(open !== undefined && { additionalProperties: open }) };
  }, flat);
}

/** The values that a schema lists, each with its text. */
function toValues({ enum: values, const: only, type }: Schema, { isText }: ShapeContext): [unknown, string][] {
  const all = values ?? (type === 'boolean' && only === undefined ? [true, false] : []);
  return all.map((value) => [isText ? String(value) : value, String(value)]);
}

function toAlternative(schema: Schema, path: string, { add, isText }: ShapeContext): Alternative {
  const { title, type = 'any', format, pattern } = schema;
  const isNumber = type === 'integer' || type === 'number';
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return {
    part: add(`${path}=${title ?? format ?? type}`),
    fits(value): boolean {
      if (type === 'boolean' && isText) return value === 'true' || value === 'false';
      if (isNumber) return isText ? /^-?\d+$/.test(String(value)) : typeof value === 'number';
      if (type !== 'string') return type === 'any' || typeof value === type;
      // A text of digits is meant as a number.
      return typeof value === 'string' && (form?.test(value) ?? !(isText && /^-?\d+$/.test(value)));
    },
  };
}
