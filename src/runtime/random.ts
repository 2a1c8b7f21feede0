import { digestOf, digestWords } from './digest.ts';

/** Random values that depend only on the seed and on `parts`. The order of the calls does not matter. */
export interface Random {
  /** An id of 21 URL-safe characters. Equal parts give the same id, different parts give different ids. */
  id(...parts: readonly (string | number)[]): string;
  /** A number from 0 to less than 1. Equal parts give the same number. */
  chance(...parts: readonly (string | number)[]): number;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** `seed` is a whole number from 0 to 4294967295. */
export function createRandom(seed: number): Random {
  return {
    id(...parts): string {
      const text = JSON.stringify(parts);
      let id = '';
      for (let block = 0; id.length < 21; block += 1) {
        // Each byte of a digest chooses one of 64 characters.
        for (const word of digestWords(`${seed}:${block}:${text}`)) {
          for (let shift = 24; shift >= 0 && id.length < 21; shift -= 8) id += alphabet.charAt((word >>> shift) % 64);
        }
      }
      return id;
    },
    // 13 hexadecimal digits are 52 bits. A JavaScript number holds a fraction of 52 bits exactly.
    chance: (...parts) =>
      Number.parseInt(digestOf(`${seed}:chance:${JSON.stringify(parts)}`).slice(0, 13), 16) / 2 ** 52,
  };
}
