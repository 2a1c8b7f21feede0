/** Finds ids that occur more than once in a saved list. Returns one text for each. `place` is the path of the list. */
export function checkUnique<Name extends string>(
  place: string,
  name: Name,
  items: readonly { readonly [Key in Name]: string }[],
): string[] {
  const ids = items.map((item) => item[name]);
  const seen = new Set<string>();
  const again = ids.filter((id) => seen.size === seen.add(id).size);
  return [...new Set(again)].map((id) => `${place} hold the ${name} "${id}" more than once`);
}
