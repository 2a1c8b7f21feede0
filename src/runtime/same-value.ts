/** Whether two JSON values say the same. The order of properties does not matter, the order in lists does. */
export function isSameValue(value: unknown, other: unknown): boolean {
  if (value === other) return true;
  if (!isObject(value) || !isObject(other) || Array.isArray(value) !== Array.isArray(other)) return false;
  const names = Object.keys(value);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameValue(value[name], other[name]))
  );
}

/**
 * The path of the first property that differs, such as `traits.plan`. Empty if the values themselves differ. `undefined`
 * if they say the same.
 */
export function findDifferentPath(value: unknown, other: unknown): string | undefined {
  if (!isPlain(value) || !isPlain(other)) return isSameValue(value, other) ? undefined : '';
  for (const name of new Set([...Object.keys(value), ...Object.keys(other)])) {
    const inner = findDifferentPath(ownValue(value, name), ownValue(other, name));
    if (inner !== undefined) return inner === '' ? name : `${name}.${inner}`;
  }
  return undefined;
}

type Properties = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: unknown): value is Properties {
  return isObject(value) && !Array.isArray(value);
}

function ownValue(object: Properties, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
