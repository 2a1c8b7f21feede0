/** Texts by their positions, and positions by their texts. It is faster than a `Map`, and half as large. */
export interface TextIndex {
  /** The texts in the order in which they were added. */
  readonly texts: readonly string[];
  /** The position of a text, or -1. */
  find(text: string): number;
  /** The position of a text. A new text is added if there are less than `limit`, else the result is -1. */
  findOrAdd(text: string, limit: number): number;
}

/** Open addressing with linear probing. At least half of the buckets are empty, so that searches stay short. */
export function createTextIndex(): TextIndex {
  const texts: string[] = [];
  let hashes = new Int32Array(16);
  // A bucket holds a position from 1, or 0 if it is empty.
  let buckets = new Int32Array(32);

  function findBucket(text: string, hash: number): number {
    const mask = buckets.length - 1;
    let bucket = hash & mask;
    for (let entry = buckets[bucket] ?? 0; entry !== 0; entry = buckets[bucket] ?? 0) {
      if (hashes[entry - 1] === hash && texts[entry - 1] === text) return bucket;
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  function grow(): void {
    const before = hashes;
    hashes = new Int32Array(before.length * 2);
    hashes.set(before);
    buckets = new Int32Array(hashes.length * 2);
    const mask = buckets.length - 1;
    for (let position = 0; position < texts.length; position += 1) {
      let bucket = (hashes[position] ?? 0) & mask;
      while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
      buckets[bucket] = position + 1;
    }
  }

  return {
    texts,
    find: (text) => (buckets[findBucket(text, hashOf(text))] ?? 0) - 1,
    findOrAdd(text, limit): number {
      if (texts.length === hashes.length) grow();
      const hash = hashOf(text);
      const bucket = findBucket(text, hash);
      const known = buckets[bucket] ?? 0;
      if (known !== 0 || texts.length >= limit) return known - 1;
      hashes[texts.length] = hash;
      buckets[bucket] = texts.push(text);
      return texts.length - 1;
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
