/** Builds a JSON value from its parts, and knows which parts may come next. */
export interface JsonBuilder {
  expects(part: 'value' | 'name'): boolean;
  isInList(): boolean;
  /** Number of open objects and lists. */
  depth(): number;
  /** Whether nothing has come yet. */
  isEmpty(): boolean;
  /** Whether the value is complete. */
  isWhole(): boolean;
  /** Whether an object or a list that comes next can be opened. The items of a list are added as whole values. */
  canOpen(maxDepth: number): boolean;
  open(isList: boolean): void;
  /** Closes an object or a list. Returns whether that is allowed here. */
  close(isList: boolean): boolean;
  /** Skips a comma or a colon. Returns whether it is allowed here. */
  skip(mark: 'comma' | 'colon'): boolean;
  /** Ends an item of a list. `addItems` may bring its value later. */
  endItem(): void;
  addItems(items: readonly unknown[]): void;
  /** Adds the name of a property. Returns whether it is new in its object. */
  addName(name: string): boolean;
  /** Adds the value of a property, or the whole value. */
  addValue(value: unknown): void;
  value(): unknown;
}

type Expected = 'value' | 'name' | 'colon' | 'comma' | 'first value' | 'first name' | 'nothing';

interface Frame {
  /** The items of a list. Absent in an object. */
  readonly items?: unknown[];
  readonly properties: Map<string, unknown>;
  name: string;
}

export function createJsonBuilder(): JsonBuilder {
  const frames: Frame[] = [];
  let expected: Expected = 'value';
  let whole: unknown;

  function addValue(value: unknown): void {
    const top = frames.at(-1);
    if (top === undefined) whole = value;
    else if (top.items) top.items.push(value);
    else top.properties.set(top.name, value);
    expected = top === undefined ? 'nothing' : 'comma';
  }

  return {
    expects: (part) => expected === part || expected === `first ${part}`,
    isInList: () => frames.at(-1)?.items !== undefined,
    depth: () => frames.length,
    isEmpty: () => frames.length === 0 && expected === 'value',
    isWhole: () => expected === 'nothing',
    canOpen: (maxDepth) => frames.length < maxDepth && frames.at(-1)?.items === undefined,
    open(isList): void {
      frames.push({ ...(isList && { items: [] }), properties: new Map(), name: '' });
      expected = isList ? 'first value' : 'first name';
    },
    close(isList): boolean {
      const top = frames.at(-1);
      const isAllowed = expected === 'comma' || expected === 'first value' || expected === 'first name';
      if (top === undefined || (top.items !== undefined) !== isList || !isAllowed) return false;
      frames.pop();
      addValue(top.items ?? Object.fromEntries(top.properties));
      return true;
    },
    skip(mark): boolean {
      if (expected !== mark) return false;
      expected = mark === 'colon' || frames.at(-1)?.items ? 'value' : 'name';
      return true;
    },
    endItem: () => void (expected = 'comma'),
    addItems(items): void {
      const list = frames.at(-1)?.items ?? [];
      for (const item of items) list.push(item);
    },
    addName(name): boolean {
      const top = frames.at(-1);
      if (top) top.name = name;
      expected = 'colon';
      return top?.properties.has(name) === false;
    },
    addValue,
    value: () => whole,
  };
}
