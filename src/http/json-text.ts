const quote = 0x22;
const backslash = 0x5c;
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Whether a JSON text has more than some levels of lists and objects. It is looked at before it is parsed. */
export function isTextDeeperThan(json: string, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === quote) at = findTextEnd(json, at);
    else if (code === closeList || code === closeObject) depth -= 1;
    else if (code === openList || code === openObject) {
      depth += 1;
      if (depth > levels) return true;
    }
  }
  return false;
}

/** The position of the quotation mark that ends a text, or the length of the JSON text. `start` is where the text begins. */
function findTextEnd(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let escapes = end;
    while (json.charCodeAt(escapes - 1) === backslash) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end;
  }
  return json.length;
}

/** A number in a JSON text. */
export interface NumberInText {
  readonly source: string;
  /** The position after the number. */
  readonly end: number;
  /** The property names and list positions that lead to it. */
  path(): string[];
}

/** The numbers of a valid JSON text with at least `length` characters. */
export function* listLongNumbers(json: string, length: number): Generator<NumberInText> {
  // For each level the position in the list, or `~start` for the name of the property that begins at `start`.
  const places: number[] = [];
  let isName = false;
  const path = (): string[] => places.map((place) => (place < 0 ? readText(json, ~place) : String(place)));
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    const top = places.length - 1;
    if (code === quote) {
      if (isName) places[top] = ~at;
      isName = false;
      at = findTextEnd(json, at);
    } else if (code === openList || code === openObject) {
      isName = code === openObject;
      places.push(isName ? -1 : 0);
    } else if (code === closeList || code === closeObject) {
      isName = false;
      places.pop();
    } else if (code === 0x2c) {
      isName = (places[top] ?? 0) < 0;
      if (!isName) places[top] = (places[top] ?? 0) + 1;
    } else if (isDigit(code)) {
      const end = findNumberEnd(json, at);
      const start = json.charCodeAt(at - 1) === 0x2d ? at - 1 : at;
      if (end - start >= length) yield { source: json.slice(start, end), end, path };
      at = end - 1;
    }
  }
}

function readText(json: string, start: number): string {
  return JSON.parse(json.slice(start, findTextEnd(json, start) + 1)) as string;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits, a point, and an exponent with its sign. */
function findNumberEnd(json: string, start: number): number {
  let end = start + 1;
  while (end < json.length && (isDigit(json.charCodeAt(end)) || '.eE+-'.includes(json.charAt(end)))) end += 1;
  return end;
}
