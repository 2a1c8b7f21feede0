import { digestWords } from '../runtime/digest.ts';

/** Chance of one record: a sequence that depends on nothing but what it was made of. */
export interface Draw {
  /** A whole number from 0 to under `limit`. */
  below(limit: number): number;
  /** One of a list that is not empty. */
  among<Item>(list: readonly Item[]): Item;
  /** Whether something of this share, 0 to 1, comes to pass. */
  happens(share: number): boolean;
}

/** `Random` is asked by name, which takes too long for the twenty things that each of a million records needs. */
export function createDraw(seed: number, what: string, number: number): Draw {
  let [state] = digestWords(`${seed}:${what}:${number}`);
  // mulberry32 by Tommy Ettinger (public domain).
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    among: <Item>(list: readonly Item[]) => list[below(list.length)] as Item,
    happens: (share) => next() < share,
  };
}

/** Each of a list that is not empty in its turn, from 0. */
export function inTurn<Item>(list: readonly Item[], turn: number): Item {
  return list[turn % list.length] as Item;
}
