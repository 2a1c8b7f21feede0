import { decodeText, findSources } from './decoded-text.ts';

/** Number of characters by which a long secret is found. So the time of a search does not grow with its length. */
const tell = 128;
/** A secret of fewer characters is masked only as a word of its own. */
const shortestInWords = 16;

/** A part of a text: where it begins, and where it ends. */
type Range = readonly [start: number, end: number];

/** Replaces each of the secrets in a text by `…`. Also finds them with escaped characters. */
export function maskTexts(text: string, secrets: readonly string[]): string {
  const decoded = decodeText(text);
  const ranges = secrets.flatMap((secret) => findRanges(decoded, decodeText(secret))).sort(([a], [b]) => a - b);
  if (ranges.length === 0) return text;
  const sources = decoded === text ? undefined : findSources(text);
  const toSource = (at: number): number => sources?.[at] ?? at;
  const pieces: string[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    // Secrets may overlap.
    if (start >= done) pieces.push(text.slice(toSource(done), toSource(start)), '…');
    done = Math.max(done, end);
  }
  return pieces.join('') + text.slice(toSource(done));
}

function findRanges(text: string, secret: string): Range[] {
  const ranges: Range[] = [];
  const beginning = secret.slice(0, tell);
  for (let start = text.indexOf(beginning); start !== -1;) {
    let end = start + beginning.length;
    // A long secret may be cut.
    while (end - start < secret.length && text[end] === secret[end - start]) end += 1;
    const isMasked = secret.length >= shortestInWords || isWord(text, start, end);
    if (isMasked) ranges.push([start, end]);
    start = text.indexOf(beginning, isMasked ? end : start + 1);
  }
  return ranges;
}

/** Whether a part of a decoded text is no part of a longer word. */
function isWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 2, 0), start);
  return !/[\w-]/.test(text[end] ?? '') && (!/[\w-]$/.test(before) || /\\[bfnrt]$/.test(before));
}
