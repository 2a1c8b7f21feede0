import { resolveReference, type DocumentedOperation, type RequestDraft, type Schema } from './_documents.ts';

/** A request with a name that its document does not have. */
export interface Misspelt {
  /** The path of the name, as in the journal. */
  readonly path: string;
  readonly request: RequestDraft;
}

/** All ways to add an unknown name to a request: to its query, and to each closed object of its body. */
export function misspellingsOf({ api, body }: DocumentedOperation, request: RequestDraft, name: string): Misspelt[] {
  const inBody = body === undefined ? [] : closedIn(body, request.body, '');
  return [
    { path: `query.${name}`, request: { ...request, query: { ...request.query, [name]: '1' } } },
    ...inBody.map(({ place, change }) => ({
      path: place === '' ? name : `${place}.${name}`,
      request: { ...request, body: change(name) },
    })),
  ];

  function closedIn(given: Schema, value: unknown, place: string): Spot[] {
    const schemas = [resolveReference(api, given)].flatMap(
      (one) => one.allOf?.map((part) => resolveReference(api, part)) ?? [one],
    );
    if (Array.isArray(value)) {
      const items = schemas.find((schema) => schema.items)?.items;
      const list = value as readonly unknown[];
      return list.flatMap((item, index) =>
        closedIn(items ?? {}, item, `${place}[${index}]`).map((spot) => within(spot, list, index)),
      );
    }
    if (typeof value !== 'object' || value === null) return [];
    const properties = Object.assign({}, ...schemas.map((schema) => schema.properties)) as Record<string, Schema>;
    const isClosed = Object.keys(properties).length > 0 && !schemas.some((schema) => schema.additionalProperties);
    const here = { place, change: (added: string): unknown => ({ ...value, [added]: 1 }) };
    const inside = Object.entries(value).flatMap(([key, part]) =>
      closedIn(properties[key] ?? {}, part, place === '' ? key : `${place}.${key}`).map((spot) => ({
        ...spot,
        change: (added: string): unknown => ({ ...value, [key]: spot.change(added) }),
      })),
    );
    return [...(isClosed ? [here] : []), ...inside];
  }
}

interface Spot {
  readonly place: string;
  /** Returns the whole value with the name added here. */
  change(name: string): unknown;
}

function within({ place, change }: Spot, list: readonly unknown[], index: number): Spot {
  return { place, change: (name) => list.with(index, change(name)) };
}
