/** Texts by their positions, and positions by their texts. It is faster than a `Map`, and smaller. */
export interface TextIndex {
  /** The texts in the order in which they were added. */
  readonly texts: readonly string[];
  /** The size of all texts, each as `unitsOf` counts it. */
  size(): number;
  /** The position of a text, or -1. */
  find(text: string): number;
  /**
   * The position of each text. New texts are added while their size is less than `limit`. A text without room and an empty
   * text have the position -1.
   */
  findOrAddAll(given: readonly string[], limit: number): Int32Array;
}

/** The size of a text: one unit for each 64 characters that it begins. */
export function unitsOf(text: string): number {
  return Math.max(Math.ceil(text.length / 64), 1);
}

/** Open addressing with linear probing. At least half of the buckets are empty, so that searches stay short. */
export function createTextIndex(): TextIndex {
  const texts: string[] = [];
  let size = 0;
  // A bucket has two words, a position from 1 and the hash of its text. Both are 0 if it is empty.
  let buckets = new Int32Array(16);

  /** The bucket of a text, or the empty one where it belongs. */
  function findBucket(text: string, hash: number): number {
    const mask = buckets.length - 1;
    let bucket = (hash << 1) & mask;
    for (let entry = buckets[bucket] ?? 0; entry !== 0; entry = buckets[bucket] ?? 0) {
      if (buckets[bucket + 1] === hash && texts[entry - 1] === text) return bucket;
      bucket = (bucket + 2) & mask;
    }
    return bucket;
  }

  function grow(): void {
    const before = buckets;
    buckets = new Int32Array(before.length * 2);
    const mask = buckets.length - 1;
    for (let at = 0; at < before.length; at += 2) {
      const entry = before[at] ?? 0;
      if (entry === 0) continue;
      const hash = before[at + 1] ?? 0;
      let bucket = (hash << 1) & mask;
      while (buckets[bucket] !== 0) bucket = (bucket + 2) & mask;
      buckets[bucket] = entry;
      buckets[bucket + 1] = hash;
    }
  }

  return {
    texts,
    size: () => size,
    find: (text) => (buckets[findBucket(text, hashOf(text))] ?? 0) - 1,
    findOrAddAll(given, limit): Int32Array {
      const added = Math.max(Math.min(given.length, limit - size), 0);
      while ((texts.length + added) * 4 > buckets.length) grow();
      // All hashes come first, so that the searches overlap while they wait for memory.
      const positions = new Int32Array(given.length);
      for (let at = 0; at < positions.length; at += 1) positions[at] = hashOf(given[at] ?? '');
      for (let at = 0; at < positions.length; at += 1) {
        const text = given[at] ?? '';
        const hash = positions[at] ?? 0;
        const bucket = findBucket(text, hash);
        if (buckets[bucket] === 0 && text !== '' && size < limit) {
          size += unitsOf(text);
          buckets[bucket] = texts.push(text);
          buckets[bucket + 1] = hash;
        }
        positions[at] = (buckets[bucket] ?? 0) - 1;
      }
      return positions;
    },
  };
}

/** A hash of 32 bits. Its last step, that of MurmurHash3, spreads it over all bits. */
function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  // Two UTF-16 units are one word.
  for (let at = 1; at < length; at += 2) {
    hash = Math.imul(hash ^ text.charCodeAt(at - 1) ^ (text.charCodeAt(at) << 16), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (length % 2 === 1) hash = Math.imul(hash ^ text.charCodeAt(length - 1), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
