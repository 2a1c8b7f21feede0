import { markup, type Markup } from './markup.ts';
import type { ReportedAttempt } from '../report.ts';

/** Rounds a length to a thousandth of a pixel. */
export function round(length: number): number {
  return Number(length.toFixed(3));
}

/** The pattern of required waits. Each plot has its own pattern, so that it does not depend on other parts of the page. */
export function toHatch(id: string): Markup {
  return markup`<defs><pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-back" width="5" height="5"/><path class="hatch" d="M 0 0 V 5"/></pattern></defs>`;
}

/** The marker of an attempt. A circle, a square or a cross shows the result. `rejected` is a share of the records. */
export function toMarker(result: ReportedAttempt['result'], x: number, y: number, rejected = 0): Markup {
  const [left, right, top, bottom] = [x - 5, x + 5, y - 5, y + 5].map(round);
  const shapes = {
    success: markup`<circle class="marker success" cx="${round(x)}" cy="${y}" r="5.5"/>${rejected > 0 && toRejectedPart(rejected, x, y)}`,
    refused: markup`<rect class="marker refused" x="${left}" y="${top}" width="10" height="10"/>`,
    failed: markup`<path class="marker failed" d="M ${left} ${top} L ${right} ${bottom} M ${left} ${bottom} L ${right} ${top}"/>`,
  };
  return shapes[result];
}

/** The rejected part of a success: the right side of the circle becomes a square. One record is visible, too. */
function toRejectedPart(share: number, x: number, y: number): Markup {
  const width = Math.min(Math.max(11 * share, 4), 9);
  return markup`<rect class="marker refused part" x="${round(x + 5.5 - width)}" y="${y - 5.5}" width="${round(width)}" height="11"/>`;
}

/** From the arrival of a request to the end of its answer. */
export function toBar(result: ReportedAttempt['result'], x: number, y: number, width: number): Markup {
  return markup`<rect class="bar ${result}" x="${round(x)}" y="${y - 3.5}" width="${round(width)}" height="7"/>`;
}

/** A warning triangle that points at an attempt from below. */
export function toEarlySign(x: number, y: number): Markup {
  const [left, middle, right] = [x - 7.5, x, x + 7.5].map(round);
  return markup`<path class="early" d="M ${middle} ${y + 6} L ${right} ${y + 19} H ${left} Z"/><text class="early-mark" x="${middle}" y="${y + 17.5}">!</text>`;
}

/** The band of a required wait, up to the end of the axis. */
export function toToldBand(hatch: string, band: Band): Markup {
  const { x, y, width, ms, isCut, title } = band;
  return markup`<rect class="told${isCut ? ' cut' : ''}" data-ms="${ms}" x="${round(x)}" y="${y + 7}" width="${round(Math.max(width, 1))}" height="6" fill="url(#${hatch})"><title>${title}</title></rect>`;
}

/** The end of a band: a stroke, or an arrow if the wait continues. It stays visible under the band of the next answer. */
export function toToldEnd({ x, y, width, isCut }: Band): Markup {
  const [end, top] = [round(x + width), y + 10];
  return isCut
    ? markup`<path class="told-on" d="M ${end} ${top - 5} L ${end + 8} ${top} L ${end} ${top + 5} Z"/>`
    : markup`<path class="told-end" d="M ${end} ${top - 5} V ${top + 5}"/>`;
}

/** The drawing of a required wait. */
export interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly ms: number;
  /** Whether the wait continues after the end of the axis. */
  readonly isCut: boolean;
  readonly title: string;
}

/** The time that passed between two attempts. */
export function toTakenLine(from: number, to: number, y: number, ms: number, title: string): Markup {
  return markup`<line class="taken" data-ms="${ms}" x1="${round(from)}" y1="${y}" x2="${round(to)}" y2="${y}"><title>${title}</title></line>`;
}
