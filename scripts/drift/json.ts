/** A part of a document with unknown content. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise an empty object. A vendor's document may be invalid. */
export function toObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows references within the document to the value. A circle of references has no value. */
export function follow(document: Json, value: unknown): unknown {
  const passed = new Set<unknown>();
  let place = value;
  while (isObject(place) && typeof place['$ref'] === 'string' && !passed.has(place)) {
    passed.add(place);
    place = find(document, place['$ref']);
  }
  return passed.has(place) ? undefined : place;
}

/** The target of a reference such as `#/components/schemas/User`. */
export function find(document: Json, reference: string): unknown {
  const names = decodeURIComponent(reference).split('/').slice(1);
  return names
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((place, name) => (Array.isArray(place) ? place[Number(name)] : toObject(place)[name]), document);
}
