/** Bytes of a text, a list or an object without its contents, and of a reference to a value. */
const overhead = { text: 16, list: 32, object: 32, reference: 8 } as const;

/**
 * The number of bytes that a JSON value takes in memory at most, within a small factor: 2 for each UTF-16 unit, 8 for each
 * item and property, and 16 or 32 for each text, list and object. The names of properties are shared, so they do not count.
 */
export function byteSizeOf(value: unknown): number {
  if (typeof value === 'string') return overhead.text + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let size: number = Array.isArray(value) ? overhead.list : overhead.object;
  // Faster than a list of the values. The object is plain, so it inherits no properties.
  if (Array.isArray(value)) for (const part of value) size += overhead.reference + byteSizeOf(part);
  else for (const name in value) size += overhead.reference + byteSizeOf((value as Record<string, unknown>)[name]);
  return size;
}
