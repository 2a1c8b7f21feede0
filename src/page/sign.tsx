import type { VNode } from 'preact';

export type SignKind = 'fine' | 'bad' | 'warning' | 'running' | 'empty';

/** The shapes show the state without colours. */
const shapes: Readonly<Record<SignKind, VNode>> = {
  fine: (
    <>
      <circle class="fill" cx="8" cy="8" r="7.5" />
      <path class="cut" d="M4.5 8.4l2.4 2.4 4.8-5.2" />
    </>
  ),
  bad: (
    <>
      <path class="fill" d="M5 .5h6L15.500 5v6L11 15.500H5L.5 11V5z" />
      <path class="cut" d="M5.200 5.200l5.600 5.600M10.800 5.200l-5.600 5.600" />
    </>
  ),
  warning: (
    <>
      <path class="fill" d="M8 .8L15.800 15H.2z" />
      <path class="cut" d="M8 5.800v4.200M8 12.300v.2" />
    </>
  ),
  running: (
    <>
      <circle class="fill" cx="8" cy="8" r="7.5" />
      <path class="cut" d="M8 4v4.300l2.800 1.700" />
    </>
  ),
  empty: <circle class="edge" cx="8" cy="8" r="6.500" />,
};

/** A sign beside words that say the same. */
export function Sign({ kind }: { readonly kind: SignKind }): VNode {
  return (
    <svg class={`sign ${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}
