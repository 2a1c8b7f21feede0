import { markup, type Markup } from './markup.ts';
import { round } from './plot-shapes.ts';
import { width } from './plot-scale.ts';

/** A text beside a part of a plot. */
export interface Label {
  readonly text: string;
  /** Where it may be, by its `anchor`; the first that is free is taken. */
  readonly at: readonly number[];
  readonly anchor: 'start' | 'middle';
  readonly kind: 'answer' | 'wait';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** One line of labels, without those for which those before them leave no room. */
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

/** Nobody can measure a text before there is a page; letters of the font are on average half as wide as high. */
export function toTextWidth(text: string): number {
  return text.length * 6.4;
}

/** What a label takes up, moved so that it does not stand out of the plot. */
function toSpan({ text, anchor }: Label, x: number): Span {
  const length = toTextWidth(text) + gap;
  const from = Math.min(anchor === 'start' ? x - gap / 2 : x - length / 2, width - length);
  return { from, to: from + length };
}
