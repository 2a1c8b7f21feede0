import type { VNode } from 'preact';
import { signs } from '../report/signs.ts';

export type SignKind = keyof typeof signs;

/** A sign beside words that say the same. */
export function Sign({ kind }: { readonly kind: SignKind }): VNode {
  return (
    <svg class={`sign ${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {signs[kind].map(([part, path]) => (
        <path key={path} class={part} d={path} />
      ))}
    </svg>
  );
}
