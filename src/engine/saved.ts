/** Finds ids that occur more than once in a saved list. Returns one text for each. `place` is the path of the list. */
export function checkUnique<Name extends string>(
  place: string,
  name: Name,
  items: readonly { readonly [Key in Name]: string }[],
): string[] {
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const { [name]: id } of items) if (seen.size === seen.add(id).size) again.add(id);
  return [...again].map((id) => `${place} hold the ${name} "${id}" more than once`);
}
