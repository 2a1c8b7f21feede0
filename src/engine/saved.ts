/** What is wrong with a list that somebody saved: ids that occur more than once. `place` is where the list is. */
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
