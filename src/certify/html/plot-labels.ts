import { markup, type Markup } from './markup.ts';
import { round } from './plot-shapes.ts';
import { width } from './plot-scale.ts';

/** A text beside a part of a plot. */
export interface Label {
  readonly text: string;
  /** Possible positions of the `anchor`. The first free position is used. */
  readonly at: readonly number[];
  readonly anchor: 'start' | 'middle';
  readonly kind: 'answer' | 'wait';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One line of labels. A label without room beside earlier labels is left out. */
export function toLabels(labels: readonly Label[], y: number): Markup[] {
  const taken: Span[] = [];
  return labels.flatMap((label) => {
    const spans = label.at.map((x) => toSpan(label, x));
    const free = spans.find((span) => !taken.some(({ from, to }) => span.from < to && from < span.to));
    if (free === undefined) return [];
    taken.push(free);
    return [markup`<text class="${label.kind}" x="${round((free.from + free.to) / 2)}" y="${y}">${label.text}</text>`];
  });
}

const gap = 8;

/** An estimate, because only a browser can measure text. A letter is on average half as wide as it is high. */
export function toTextWidth(text: string): number {
  return text.length * 6.4;
}

/** The span of a label, moved so that it stays inside the plot. */
function toSpan({ text, anchor }: Label, x: number): Span {
  const length = toTextWidth(text) + gap;
  const from = Math.min(anchor === 'start' ? x - gap / 2 : x - length / 2, width - length);
  return { from, to: from + length };
}
