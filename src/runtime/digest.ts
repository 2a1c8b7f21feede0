/** A digest as two words of 32 bits. */
export type DigestWords = readonly [high: number, low: number];

/**
 * A 64-bit digest of a text in hexadecimal, to tell texts apart. Realistic texts never share a digest. It is no
 * protection against attackers, who can make two texts with the same digest.
 */
export function digestOf(text: string): string {
  return toHex(digestWords(text));
}

/** The same digest as two words. */
export function digestWords(text: string): DigestWords {
  restart();
  addText(text);
  return finishLanes();
}

/**
 * A 64-bit digest of a JSON value in hexadecimal, with the same promise. The order of properties does not matter, since
 * it says nothing. The order in lists does.
 */
export function digestOfValue(value: unknown): string {
  restart();
  addValue(value);
  return toHex(finishLanes());
}

/** The digest of each value of a list. Two words of the result belong to each value. */
export function digestEach(values: readonly unknown[]): Int32Array {
  const words = new Int32Array(values.length * 2);
  values.forEach((value, index) => {
    restart();
    addValue(value);
    const first = avalanche(high);
    const second = avalanche(low);
    words[2 * index] = first + second;
    words[2 * index + 1] = second + Math.imul(first, 5);
  });
  return words;
}

/** The digest of a list of words in hexadecimal. */
export function digestOfWords(words: Int32Array): string {
  restart();
  addWord(words.length);
  words.forEach(addWord);
  return toHex(finishLanes());
}

// The two lanes of the digest under way. Variables of the module are twice as fast as objects, and a digest is made in
// one go. The lanes are those of MurmurHash3 (Austin Appleby, public domain), each with its own constants. Every bit of
// a word changes about half of the bits of its lane, so differences between two words do not cancel each other.
let high = 0;
let low = 0;

/** The first words are two of those of SHA-256. */
function restart(): void {
  high = 0x3c6ef372;
  low = 0xa54ff53a;
}

function addWord(word: number): void {
  high = mixHigh(high, word);
  low = mixLow(low, word);
}

function mixHigh(lane: number, word: number): number {
  const once = Math.imul(word, 0xcc9e2d51);
  const next = lane ^ Math.imul((once << 15) | (once >>> 17), 0x1b873593);
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

function mixLow(lane: number, word: number): number {
  const once = Math.imul(word, 0x239b961b);
  const next = lane ^ Math.imul((once << 16) | (once >>> 16), 0xab0e9789);
  return (Math.imul((next << 15) | (next >>> 17), 5) + 0x561ccd1b) | 0;
}

function finishLanes(): DigestWords {
  const first = avalanche(high);
  const second = avalanche(low);
  return [(first + second) | 0, (second + Math.imul(first, 5)) | 0];
}

function avalanche(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** The length comes first, so that texts in a row cannot run into each other. */
function addText(text: string): void {
  const { length } = text;
  addWord(length);
  let first = high;
  let second = low;
  // Two UTF-16 units are one word.
  for (let at = 1; at < length; at += 2) {
    const word = text.charCodeAt(at - 1) | (text.charCodeAt(at) << 16);
    first = mixHigh(first, word);
    second = mixLow(second, word);
  }
  high = first;
  low = second;
  if (length % 2 === 1) addWord(text.charCodeAt(length - 1));
}

/** The first word of each kind of value, so that `"1"`, `1`, `[1]` and `true` differ. */
const kinds = { text: 1, number: 2, true: 3, false: 4, nothing: 5, list: 6, object: 7 } as const;

function addValue(value: unknown): void {
  if (typeof value === 'string') {
    addWord(kinds.text);
    addText(value);
  } else if (typeof value === 'number') {
    addNumber(value);
  } else if (typeof value === 'boolean') {
    addWord(value ? kinds.true : kinds.false);
  } else if (typeof value !== 'object' || value === null) {
    addWord(kinds.nothing);
  } else if (Array.isArray(value)) {
    addWord(kinds.list);
    addWord(value.length);
    for (const part of value) addValue(part);
  } else {
    addProperties(value as Readonly<Record<string, unknown>>);
  }
}

const float = new Float64Array(1);
const floatWords = new Int32Array(float.buffer);

function addNumber(number: number): void {
  addWord(kinds.number);
  // Adding 0 makes -0 to 0, since both are the same number.
  float[0] = number + 0;
  addWord(floatWords[0] ?? 0);
  addWord(floatWords[1] ?? 0);
}

/** Adds the sum of the digests of the properties, so that their order does not matter. */
function addProperties(object: Readonly<Record<string, unknown>>): void {
  const [outerHigh, outerLow] = [high, low];
  let [sumHigh, sumLow, count] = [0, 0, 0];
  // The object comes from JSON, so it inherits no properties.
  for (const name in object) {
    restart();
    addText(name);
    addValue(object[name]);
    const first = avalanche(high);
    const second = avalanche(low);
    sumHigh = (sumHigh + first + second) | 0;
    sumLow = (sumLow + second + Math.imul(first, 5)) | 0;
    count += 1;
  }
  [high, low] = [outerHigh, outerLow];
  for (const word of [kinds.object, count, sumHigh, sumLow]) addWord(word);
}

function toHex(words: DigestWords): string {
  return words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
