import { markup, type Markup } from './markup.ts';
import { toBar, toEarlySign, toHatch, toMarker, toTakenLine, toToldBand, toToldEnd } from './plot-shapes.ts';

const hatch = 'hatch-legend';

/** The meaning of the shapes. The functions of the plots draw them here, too. */
export function toLegend(): Markup {
  return markup`<h2 id="legend">How to read the timelines</h2>
<p class="aside">Each row is a call: one or several requests that deliver the same records. Time runs from left to right, and starts with the first call. Point at a part of a timeline to read its description.</p>
<ul class="card legend">${entries()}</ul>`;
}

function entries(): Markup[] {
  const y = 15;
  const [early, required] = ['It came too early', 'The required wait'];
  const band = { x: 12, y: 5, width: 60, ms: 0, isCut: false, title: required };
  return [
    toEntry(
      markup`${toBar('success', 20, y, 44)}${toMarker('success', 64, y)}`,
      'An attempt that succeeded; the bar lasts from its arrival to the end of its answer',
    ),
    toEntry(
      markup`${toBar('success', 20, y, 44)}${toMarker('success', 64, y, 0.01)}`,
      'An attempt that succeeded, but not for all records: the square part shows the rejected records',
    ),
    toEntry(markup`${toBar('refused', 20, y, 44)}${toMarker('refused', 64, y)}`, 'An attempt that was refused'),
    toEntry(markup`${toBar('failed', 20, y, 44)}${toMarker('failed', 64, y)}`, 'An attempt that failed'),
    toEntry(toTakenLine(12, 72, y, 0, 'The actual wait'), 'The wait that the client took'),
    toEntry(
      markup`${toHatch(hatch)}${toToldBand(hatch, band)}${toToldEnd(band)}`,
      'The wait that an answer requires; an arrow means that the wait continues',
    ),
    toEntry(
      markup`${toBar('refused', 42, 6, 2)}${toMarker('refused', 43, 6)}${toEarlySign(42, 8)}`,
      `${early}: before the end of the required wait`,
    ),
  ];
}

function toEntry(drawing: Markup, words: string): Markup {
  return markup`<li><svg viewBox="0 0 84 30" aria-hidden="true">${drawing}</svg><span>${words}</span></li>`;
}
