import { digestOf, digestWords } from './digest.ts';

/** Chance that depends on nothing but the seed and on what it is asked for, never on the order of asking. */
export interface Random {
  /** 21 URL-safe characters: the same for the same parts, another for any other parts. */
  id(...parts: readonly (string | number)[]): string;
  /** A number from 0 to under 1: the same for the same parts. */
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
    // The first 13 hexadecimal digits are 52 bits, as many as a fraction holds exactly.
    chance: (...parts) =>
      Number.parseInt(digestOf(`${seed}:chance:${JSON.stringify(parts)}`).slice(0, 13), 16) / 2 ** 52,
  };
}
