import type { Schema } from './document.ts';

/** A schema, as far as it tells which parts of its document a value has. */
export interface Shape {
  /** Where it is, such as `body.users[]`. */
  readonly path: string;
  /** Position of its part, -1 where it is none by itself. */
  readonly part: number;
  /** Whether there is more to tell of a value than that it is there. */
  readonly isDeep: boolean;
  /** The shape of a property, which stands at this position among those of its object; nothing if it is unknown. */
  find?(name: string, at: number): Shape | undefined;
  readonly items?: Shape;
  /** Positions of the parts that its values are. */
  readonly values?: ReadonlyMap<unknown, number>;
  readonly alternatives?: readonly Alternative[];
}

/** One schema of several that a value may keep. */
export interface Alternative {
  readonly part: number;
  /** Whether a value is meant for it, by its form. */
  fits(value: unknown): boolean;
}

/** What a shape is made with. */
export interface ShapeContext {
  /** Follows a reference. */
  resolve(schema: Schema): Schema;
  /** Takes the name of a part, and answers its position. */
  add(id: string): number;
  /** Whether its values come as texts, as those of parameters and headers do. */
  readonly isText: boolean;
}

/** The shape of a schema, whose parts are called after `path`. */
export function toShape(schema: Schema, path: string, making: ShapeContext, part = -1): Shape {
  const { properties, additionalProperties, items, anyOf = [], ...flat } = flattenSchema(schema, making.resolve);
  const inside = (one: Schema, id: string): Shape => toShape(one, id, making, making.add(id));
  const values = toValues(flat, making).map(([value, text]) => [value, making.add(`${path}=${text}`)] as const);
  const alternatives = anyOf.map((one) => toAlternative(making.resolve(one), path, making));
  const named = Object.entries(properties ?? {}).map(([name, one]) => [name, inside(one, `${path}.${name}`)] as const);
  const isObject = properties !== undefined || (additionalProperties ?? false) !== false;
  const others = toSchema(additionalProperties);
  return {
    path,
    part,
    isDeep: isObject || items !== undefined || values.length > 0 || alternatives.length > 0,
    ...(isObject && { find: createPropertyLookup(new Map(named), others && inside(others, `${path}.*`)) }),
    ...(items && { items: toShape(items, `${path}[]`, making) }),
    ...(values.length > 0 && { values: new Map(values) }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/** So many positions are remembered of an object. */
const rememberedPositions = 50;

/**
 * Finds a property by its name; `others` are those that are not listed. The rows of a chunk have the same names in the
 * same order, so it is twice as fast to look first at what was last found at this position.
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

/** Of a name that any schema takes, and none lists, nothing more is known. */
function toSchema(others: boolean | Schema | undefined): Schema | undefined {
  if (others === true) return {};
  return others === false ? undefined : others;
}

/** A schema without references, and with all of `allOf` in it. */
export function flattenSchema(schema: Schema, resolve: ShapeContext['resolve']): Schema {
  const { allOf = [], ...flat } = resolve(schema);
  return allOf.reduce<Schema>((whole, one) => {
    const { properties, additionalProperties, ...more } = flattenSchema(one, resolve);
    const open = toSchema(whole.additionalProperties) ? whole.additionalProperties : additionalProperties;
    const all = properties && { properties: { ...whole.properties, ...properties } };
    return { ...whole, ...more, ...all, ...(open !== undefined && { additionalProperties: open }) };
  }, flat);
}

/** The values that a schema tells apart, and how each is written. */
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
      if (isNumber) return isText ? /^-?\d+$/.test(String(value)) : typeof value === 'number';
      if (type !== 'string') return type === 'any' || typeof value === type;
      // A text that is a number is meant as one.
      return typeof value === 'string' && (form?.test(value) ?? !(isText && /^-?\d+$/.test(value)));
    },
  };
}
