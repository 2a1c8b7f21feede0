import { Help } from 'commander';
import { factsOf, type ClientVariables } from '../openapi/facts.ts';
import { apiNames } from '../openapi/router.ts';

/** Lists the environment variables of each API. `or` stands between the APIs: `A and B, or in C, D and E`. */
export function listVariables(kinds: readonly (keyof ClientVariables)[], or: string): string {
  return apiNames
    .map((api) => {
      const { variables } = factsOf(api);
      const names = kinds.flatMap((kind) => variables[kind] ?? []);
      return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
    })
    .join(`, ${or} `);
}

/** A paragraph of a help text in lines of 80 columns. */
export function wrapParagraph(text: string): string {
  return new Help().boxWrap(text.replaceAll('\n', ' '), 80);
}
