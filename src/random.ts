import { digest } from './digest.ts';

/** Chance that depends on nothing but the seed and on what it is asked for, never on the order of asking. */
export interface Random {
  /** 21 URL-safe characters: the same for the same parts, another for any other parts. */
  id(...parts: readonly (string | number)[]): string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** `seed` is a whole number from 0 to 4294967295. */
export function createRandom(seed: number): Random {
  return {
    id(...parts): string {
      const text = JSON.stringify(parts);
      let id = '';
      for (let block = 0; id.length < 21; block += 1) {
        // A digest has 16 hexadecimal digits; two of them choose one of 64 characters.
        const digits = digest(`${seed}:${block}:${text}`);
        for (let at = 0; at < digits.length && id.length < 21; at += 2) {
          id += alphabet.charAt(Number.parseInt(digits.slice(at, at + 2), 16) % 64);
        }
      }
      return id;
    },
  };
}
