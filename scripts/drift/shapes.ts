import { find, isObject, toList, toObject, type Json } from './json.ts';
import { anything, intersect, nothing, settle, toShape, unite, type Shape } from './shape.ts';
import { createTexts } from './shape-text.ts';

/** The shapes of the schemas of a document. */
export interface Shapes {
  shapeOf(schema: unknown): Shape;
}

/** Keywords that are compared as a text. They are not types or limits. */
const single = ['not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const maps = ['patternProperties', 'dependentSchemas'];

/** Reads each schema once. So a schema that contains itself does not cause an endless loop. */
export function createShapes(document: Json): Shapes {
  const known = new Map<Json, Shape>();
  const { textOf, textOfMap } = createTexts(shapeOf);
  return { shapeOf };

  function shapeOf(schema: unknown): Shape {
    if (schema === false) return nothing;
    if (!isObject(schema)) return anything;
    const shape = known.get(schema);
    if (shape) return shape;
    // While a schema is being read, a reference back to it adds nothing to its shape.
    known.set(schema, anything);
    const read = readShape(schema);
    known.set(schema, read);
    return read;
  }

  function readShape(schema: Json): Shape {
    const { $ref, nullable } = schema;
    // A plain reference has the shape object of its target. A comparison recognises a recursive schema by this object.
    if (typeof $ref === 'string' && Object.keys(schema).length === 1) return shapeOf(find(document, $ref));
    const parts = toList(schema['allOf']).map(shapeOf);
    if (typeof $ref === 'string') parts.push(shapeOf(find(document, $ref)));
    let shape = parts.reduce(intersect, toShape(schema));
    for (const keyword of ['anyOf', 'oneOf']) shape = intersect(shape, toAlternatives(shape, keyword, schema));
    const kinds = nullable === true ? new Set([...shape.kinds, 'null' as const]) : shape.kinds;
    return settle({ ...shape, kinds, conditions: new Map([...shape.conditions, ...toConditions(schema)]) });
  }

  function toAlternatives(base: Shape, keyword: string, schema: Json): Shape {
    const members = toList(schema[keyword]);
    if (members.length === 0) return anything;
    const shapes = members.map(shapeOf).map((shape) => intersect({ ...anything, kinds: base.kinds }, shape));
    const united = unite(shapes);
    if (united) return united;
    const text = members.map(textOf).sort();
    const kinds = new Set(shapes.flatMap((shape) => [...shape.kinds]));
    return { ...anything, kinds, conditions: new Map([[keyword, `[${text.join(', ')}]`]]) };
  }

  function toConditions(schema: Json): [string, string][] {
    const { prefixItems, dependentRequired } = schema;
    const given = (names: readonly string[]): string[] => names.filter((name) => schema[name] !== undefined);
    const conditions = [
      ...given(single).map((name): [string, string] => [name, textOf(schema[name])]),
      ...given(maps).map((name): [string, string] => [name, textOfMap(Object.entries(toObject(schema[name])))]),
    ];
    if (prefixItems !== undefined) conditions.push(['prefixItems', `[${toList(prefixItems).map(textOf).join(', ')}]`]);
    if (dependentRequired !== undefined) conditions.push(['dependentRequired', JSON.stringify(dependentRequired)]);
    return conditions;
  }
}
