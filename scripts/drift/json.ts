/** Something of a document of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is an object, or an empty one: what a vendor wrote need not be what it should be. */
export function toObject(value: unknown): Json {
  return isObject(value) ? value : {};
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows references within the document, to the value itself; a circle of nothing but references ends in nothing. */
export function follow(document: Json, value: unknown): unknown {
  const passed = new Set<unknown>();
  let place = value;
  while (isObject(place) && typeof place['$ref'] === 'string' && !passed.has(place)) {
    passed.add(place);
    place = find(document, place['$ref']);
  }
  return passed.has(place) ? undefined : place;
}

/** What a reference such as `#/components/schemas/User` points at. */
export function find(document: Json, reference: string): unknown {
  const names = decodeURIComponent(reference).split('/').slice(1);
  return names
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((place, name) => (Array.isArray(place) ? place[Number(name)] : toObject(place)[name]), document);
}
