import { digestWords } from '../runtime/digest.ts';

/** Random values for one record. The sequence depends only on the arguments of `createDraw`. */
export interface Draw {
  /** A whole number from 0 to under `limit`. */
  below(limit: number): number;
  /** One of a list that is not empty. */
  among<Item>(list: readonly Item[]): Item;
  /** True with this probability, 0 to 1. */
  happens(share: number): boolean;
}

/** `Random` hashes a name for each value, which is too slow for twenty values of each of a million records. */
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

/** The item of a list for a turn, from 0. After the last item the list starts again. */
export function inTurn<Item>(list: readonly Item[], turn: number): Item {
  return list[turn % list.length] as Item;
}
