/** A path of a sign, and its class: `fill`, `cut` (drawn on the fill) or `edge`. */
export type SignPath = readonly [kind: 'fill' | 'cut' | 'edge', path: string];

/** The signs of the report and of the page, in a box of 16 by 16. Their shapes tell them apart without colours. */
export const signs = {
  /** A disc with a tick. */
  fine: [
    ['fill', 'M8 0a8 8 0 1 1 0 16a8 8 0 1 1 0-16z'],
    ['cut', 'M4.2 8.4L7 11l4.8-5.6'],
  ],
  /** A square with a cross. */
  bad: [
    [
      'fill',
      'M1.5 0h13A1.5 1.5 0 0 1 16 1.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 0 14.5v-13A1.5 1.5 0 0 1 1.5 0z',
    ],
    ['cut', 'M4.6 4.6l6.8 6.8M4.6 11.4l6.8-6.8'],
  ],
  /** A triangle with an exclamation mark. */
  warning: [
    ['fill', 'M8 .8L15.8 15H.2z'],
    ['cut', 'M8 5.8V10M8 12.3v.2'],
  ],
  /** A clock. */
  running: [
    ['fill', 'M8 0a8 8 0 1 1 0 16a8 8 0 1 1 0-16z'],
    ['cut', 'M8 4v4.3l2.8 1.7'],
  ],
  /** An empty ring. */
  empty: [['edge', 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z']],
} as const satisfies Readonly<Record<string, readonly SignPath[]>>;
