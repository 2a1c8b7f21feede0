/** A range of media types that a client accepts. */
export interface AcceptedRange {
  /** In lower case, such as `text/csv` or `text/*`. */
  readonly type: string;
  /** From 0 to 1. The client does not accept a range of quality 0. */
  readonly quality: number;
}

/** The ranges of a header `Accept` (RFC 9110, section 12.5.1). */
export function parseAccept(header: string): AcceptedRange[] {
  return header.split(',').map((text) => {
    const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { type, quality: Number(quality?.slice('q='.length) ?? 1) };
  });
}

/** Whether a client names the media type `wanted` in its header `Accept`, and likes it as much as `other`. */
export function prefers(header: string, wanted: string, other: string): boolean {
  const ranges = new Map(parseAccept(header).map(({ type, quality }) => [type, quality]));
  const quality = ranges.get(wanted) ?? 0;
  const ofOther = ranges.get(other) ?? ranges.get(other.replace(/\/.*/, '/*')) ?? ranges.get('*/*') ?? 0;
  return quality > 0 && quality >= ofOther;
}
