import { digestOf } from '../../src/runtime/digest.ts';
import { anything, type Shape } from './shape.ts';

/** Schemas as texts. Equal shapes have equal texts. */
export interface Texts {
  textOf(schema: unknown): string;
  textOfMap(parts: Iterable<readonly [string, unknown]>): string;
}

/** Writes each shape once, and long texts as a digest. A schema that contains itself would otherwise be endless. */
export function createTexts(shapeOf: (schema: unknown) => Shape): Texts {
  const known = new Map<Shape, string>();
  return { textOf, textOfMap };

  function textOf(schema: unknown): string {
    const shape = shapeOf(schema);
    const text = known.get(shape);
    if (text !== undefined) return text;
    known.set(shape, '{…}');
    const whole = `{${toParts(shape).join('; ')}}`;
    const short = whole.length > 400 ? `{… ${digestOf(whole)}}` : whole;
    known.set(shape, short);
    return short;
  }

  function toParts({ kinds, values, limits, properties, required, rest, items, conditions }: Shape): string[] {
    return [
      ...(kinds.size === anything.kinds.size ? [] : [`type ${toKindText(kinds)}`]),
      ...(values ? [`enum ${sort(values.map((value) => JSON.stringify(value)))}`] : []),
      ...[...limits].map(([name, limit]) => `${name} ${limit}`).sort(),
      ...(properties.size > 0 ? [`properties ${textOfMap(properties)}`] : []),
      ...(required.size > 0 ? [`required ${sort([...required])}`] : []),
      ...(rest === true ? [] : [`additionalProperties ${textOf(rest)}`]),
      ...(items === true ? [] : [`items ${textOf(items)}`]),
      ...[...conditions].map(([name, text]) => `${name} ${text}`).sort(),
    ];
  }

  function textOfMap(parts: Iterable<readonly [string, unknown]>): string {
    return `{${sort([...parts].map(([name, part]) => `${name}: ${textOf(part)}`))}}`;
  }
}

/** The types of a shape as in a schema. */
export function toKindText(kinds: Shape['kinds']): string {
  if (kinds.size === anything.kinds.size) return 'any';
  const names = [...anything.kinds].filter((kind) => kinds.has(kind));
  const words = names.includes('fraction') ? names.filter((kind) => kind !== 'integer') : names;
  return words.map((kind) => (kind === 'fraction' ? 'number' : kind)).join(' or ') || 'none';
}

function sort(texts: readonly string[]): string {
  return texts.toSorted().join(', ');
}
