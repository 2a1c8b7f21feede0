/** A map that forgets its oldest entries when it is full. */
export interface BoundedMap<Value> {
  get(name: string): Value | undefined;
  /** Adds an entry as the youngest one. An entry that is larger than the whole map is not added. */
  set(name: string, value: Value, size: number): void;
  delete(name: string): void;
  /** Deletes the entries whose names pass a test. */
  deleteWhere(isWanted: (name: string) => boolean): void;
}

/** `capacity` is the maximum sum of the sizes of all entries. */
export function createBoundedMap<Value>(capacity: number): BoundedMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;

  function remove(name: string): void {
    total -= entries.get(name)?.size ?? 0;
    entries.delete(name);
  }

  return {
    get: (name) => entries.get(name)?.value,
    set(name, value, size): void {
      remove(name);
      if (size > capacity) return;
      entries.set(name, { value, size });
      total += size;
      for (const [oldest] of entries) {
        if (total <= capacity) return;
        remove(oldest);
      }
    },
    delete: remove,
    deleteWhere(isWanted): void {
      for (const name of [...entries.keys()]) if (isWanted(name)) remove(name);
    },
  };
}
