/** A deep copy of a JSON value. It is several times faster than `structuredClone`. */
export function cloneJson<Value>(value: Value): Value {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => cloneJson(part)) as Value;
  const copied: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const name of Object.keys(copied)) if (isObject(copied[name])) copied[name] = cloneJson(copied[name]);
  return copied as Value;
}

/** A deep copy of a JSON value with other texts and names. A number whose text changes becomes a text. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [change(name), mapTexts(part, change)]));
  const text = String(value);
  return typeof value === 'number' && change(text) !== text ? change(text) : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Freezes a JSON value and everything in it. */
export function freezeJson<Value>(value: Value): Value {
  if (!isObject(value) || Object.isFrozen(value)) return value;
  for (const part of Array.isArray(value) ? value : Object.values(value)) freezeJson(part);
  return Object.freeze(value);
}
