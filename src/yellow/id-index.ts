/** The `userId`s of a bot by the generated ids of its users. */
export interface IdIndex {
  find(id: string): string | undefined;
  add(userId: string): void;
  delete(userId: string): void;
}

/** The number of characters of a generated id behind its bot: `_` and 21 characters. */
const generatedLength = 22;

/** The first search makes the index, since most tests need none and it takes long to make. Later users are added to it. */
export function createIdIndex(bot: string, toId: (userId: string) => string, userIds: () => Iterable<string>): IdIndex {
  let index: Map<string, string> | undefined;
  return {
    find(id): string | undefined {
      if (id.length !== bot.length + generatedLength || !id.startsWith(`${bot}_`)) return undefined;
      index ??= new Map([...userIds()].map((userId) => [toId(userId), userId]));
      return index.get(id);
    },
    add: (userId) => void index?.set(toId(userId), userId),
    delete: (userId) => void index?.delete(toId(userId)),
  };
}
