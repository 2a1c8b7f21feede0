/** A deep copy of a JSON value. It is several times faster than `structuredClone`. */
export function cloneJson<Value>(value: Value): Value {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map((part: unknown) => cloneJson(part)) as Value;
  const copied: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  for (const name of Object.keys(copied)) if (isObject(copied[name])) copied[name] = cloneJson(copied[name]);
  return copied as Value;
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
