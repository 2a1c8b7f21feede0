import type { Direction, Note } from './change.ts';
import { anything, applies, includes, type Shape } from './shape.ts';
import { toKindText } from './shape-text.ts';
import type { Shapes } from './shapes.ts';

/** The documents of two schemas, the direction of their values, and the place of each note. */
export interface Setting {
  readonly ours: Shapes;
  readonly theirs: Shapes;
  readonly direction: Direction;
  readonly noteAt: (place: string) => Note;
}

/**
 * Compares two schemas and everything inside them. In a request, a schema that accepts fewer values may break a client.
 * In an answer, a schema that allows more values may break a client.
 */
export function compareSchemas(setting: Setting, place: string, our: unknown, their: unknown): void {
  const open: (readonly [Shape, Shape])[] = [];
  compare(place, our, their);

  function compare(at: string, one: unknown, other: unknown): void {
    const was = setting.ours.shapeOf(one);
    const is = setting.theirs.shapeOf(other);
    // Both schemas contain themselves. Their differences are noted already.
    if (open.some(([a, b]) => a === was && b === is)) return;
    compareKinds(setting, at, was, is);
    // One schema accepts any value. Then every keyword of the other one would be a change.
    if (isAny(was) !== isAny(is)) return;
    open.push([was, is]);
    compareValues(setting, at, was, is);
    compareLimits(setting, at, was, is);
    if (was.kinds.has('object') && is.kinds.has('object')) compareProperties(at, was, is);
    if (was.kinds.has('array') && is.kinds.has('array')) compare(`${at}[]`, was.items, is.items);
    open.pop();
  }

  function compareProperties(at: string, was: Shape, is: Shape): void {
    const names = new Set([...was.properties.keys(), ...was.required, ...is.properties.keys(), ...is.required]);
    for (const name of names) {
      const note = setting.noteAt(`${at}.${name}`);
      const before = has(setting.ours, was, name);
      const after = has(setting.theirs, is, name);
      if (before && !after) note(true, 'removed');
      else if (after && !before) noteAdded(note, setting.direction, is.required.has(name));
      else if (before) {
        noteRequired(note, setting.direction, was.required.has(name), is.required.has(name));
        compare(`${at}.${name}`, was.properties.get(name) ?? was.rest, is.properties.get(name) ?? is.rest);
      }
    }
    compareRest(at, was, is);
  }

  /** Whether a property is visible. A request has no read-only properties, and an answer has no write-only ones. */
  function has(shapes: Shapes, { properties, required }: Shape, name: string): boolean {
    const { readOnly, writeOnly } = shapes.shapeOf(properties.get(name));
    const isHidden = setting.direction === 'request' ? readOnly : writeOnly;
    return isHidden !== true && (properties.has(name) || required.has(name));
  }

  function compareRest(at: string, was: Shape, is: Shape): void {
    const [before, after] = [setting.ours.shapeOf(was.rest), setting.theirs.shapeOf(is.rest)];
    const [wasOpen, isOpen] = [before.kinds.size > 0, after.kinds.size > 0];
    if (wasOpen && isOpen) compare(`${at}.*`, was.rest, is.rest);
    if (wasOpen === isOpen) return;
    const note = setting.noteAt(at);
    note(setting.direction === 'request' && wasOpen, 'additionalProperties', { was: wasOpen, is: isOpen });
  }
}

export function noteRequired(note: Note, direction: Direction, was: boolean, is: boolean): void {
  if (was !== is) note(direction === 'request' ? is : was, 'required', { was, is });
}

/** A new required property breaks a request. A client may ignore a new property of an answer. */
export function noteAdded(note: Note, direction: Direction, required: boolean): void {
  if (direction === 'request') note(required, 'added', { is: required ? 'required' : 'optional' });
  else note(false, 'added');
}

function isAny({ kinds }: Shape): boolean {
  return kinds.size === anything.kinds.size;
}

function compareKinds(
  { direction, noteAt }: Setting,
  place: string,
  { kinds: was }: Shape,
  { kinds: is }: Shape,
): void {
  const lost = [...was].some((kind) => !is.has(kind));
  const gained = [...is].some((kind) => !was.has(kind));
  if (!lost && !gained) return;
  const breaks = direction === 'request' ? lost : gained || is.size === 0;
  noteAt(place)(breaks, 'type', { was: toKindText(was), is: toKindText(is) });
}

function compareValues(
  { direction, noteAt }: Setting,
  place: string,
  { values: was }: Shape,
  { values: is }: Shape,
): void {
  const note = noteAt(place);
  const isRequest = direction === 'request';
  if (was === undefined || is === undefined) {
    if (was !== is) note(isRequest === (was === undefined), 'enum', toValues(was, is));
    return;
  }
  for (const value of was) if (!includes(is, value)) note(isRequest, 'enum value', { was: value });
  for (const value of is) if (!includes(was, value)) note(!isRequest, 'enum value', { is: value });
}

/** Compares limits, conditions and, for requests, defaults. Any new condition counts as breaking. */
function compareLimits({ direction, noteAt }: Setting, place: string, was: Shape, is: Shape): void {
  const note = noteAt(place);
  const isRequest = direction === 'request';
  for (const [name, before, after] of toPairs(was.limits, is.limits)) {
    // If only one schema has a type, the limits of this type are not compared.
    if (!applies(name, was.kinds) || !applies(name, is.kinds)) continue;
    const narrows = isNarrower(name, before, after);
    note(narrows === undefined || narrows === isRequest, name, toValues(before, after));
  }
  for (const [name, before, after] of toPairs(was.conditions, is.conditions)) {
    note((isRequest ? after : before) !== undefined, name, toValues(before, after));
  }
  const [before, after] = [was.fallback, is.fallback];
  if (!isRequest || JSON.stringify(before) === JSON.stringify(after)) return;
  note(before !== undefined && after !== undefined, 'default', toValues(before, after));
}

/** The entries that differ between two maps. */
function toPairs<T>(was: ReadonlyMap<string, T>, is: ReadonlyMap<string, T>): [string, T | undefined, T | undefined][] {
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
  return names.map((name) => [name, was.get(name), is.get(name)]);
}

/** Whether a limit accepts fewer values than before. `undefined` if that is unknown. */
function isNarrower(name: string, was: unknown, is: unknown): boolean | undefined {
  if (was === undefined || is === undefined) return was === undefined;
  if (typeof was !== 'number' || typeof is !== 'number' || name === 'multipleOf') return undefined;
  return /^min|^exclusiveMin/.test(name) ? is > was : is < was;
}

function toValues(was: unknown, is: unknown): { was?: unknown; is?: unknown } {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}
