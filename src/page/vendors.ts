import type { VendorFacts } from './facts.ts';
import { origin } from './origin.ts';

/** The facts come from the documents of the APIs, when the page is bundled. */
declare const VENDORS: readonly VendorFacts[];
/** A request to try, and commands that run a job against failures. `{origin}` stands for the address of the server. */
declare const EXAMPLES: { readonly curl: string; readonly job: string; readonly scenario: string };

export const vendors: readonly VendorFacts[] = VENDORS;

export function toExample(name: keyof typeof EXAMPLES): string {
  return EXAMPLES[name].replaceAll('{origin}', origin);
}
