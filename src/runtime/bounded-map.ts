/** A map that forgets its oldest entries when it is full, in bytes. */
export interface BoundedMap<Value> {
  get(name: string): Value | undefined;
  /**
   * Adds an entry as the youngest one. `size` is the number of bytes of its value; its name and its place count too. An
   * entry that is larger than the whole map is not added.
   */
  set(name: string, value: Value, size?: number): void;
  delete(name: string): void;
  /** Deletes the entries whose names pass a test. */
  deleteWhere(isWanted: (name: string) => boolean): void;
}

/** Bytes of an entry without its value and the characters of its name. */
const overhead = 128;

/** `capacity` is the maximum number of bytes of all entries. */
export function createBoundedMap<Value>(capacity: number): BoundedMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;

  function remove(name: string): void {
    total -= entries.get(name)?.size ?? 0;
    entries.delete(name);
  }

  return {
    get: (name) => entries.get(name)?.value,
    set(name, value, sizeOfValue = 0): void {
      const size = sizeOfValue + 2 * name.length + overhead;
      remove(name);
      if (size > capacity) return;
      entries.set(name, { value, size });
      total += size;
      if (total <= capacity) return;
      // An eighth goes at once, since the way to the oldest entry leads past the places of all those that are gone.
      for (const [oldest] of entries) {
        remove(oldest);
        if (total <= capacity - capacity / 8) return;
      }
    },
    delete: remove,
    deleteWhere(isWanted): void {
      for (const name of [...entries.keys()]) if (isWanted(name)) remove(name);
    },
  };
}
