// Reads what minthub/search/codec.py writes: numbers as base-64 digits of five bits, the lowest first.

const VALUES = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
  VALUES[digit.charCodeAt(0)] = value;
});

/** Reads one number after the other from a text. */
export class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.text.length;
  }

  number() {
    let digit = this.digit();
    // Most numbers are small.
    if (digit < 32) return digit;
    let value = digit & 31;
    for (let unit = 32; digit > 31; unit *= 32) {
      digit = this.digit();
      value += (digit & 31) * unit;
    }
    return value;
  }

  digit() {
    const digit = VALUES[this.text.charCodeAt(this.at)];
    this.at += 1;
    return digit;
  }

  numbers(count) {
    const found = new Int32Array(count);
    for (let at = 0; at < count; at += 1) found[at] = this.number();
    return found;
  }

  /** Ascending numbers, delta-coded: differences minus one. */
  rising(count) {
    const found = new Int32Array(count);
    for (let at = 0, last = -1; at < count; at += 1) found[at] = last += this.number() + 1;
    return found;
  }
}

/** All numbers of a text. */
export function numbers(text) {
  const reader = new Reader(text);
  const found = [];
  while (!reader.isAtEnd) found.push(reader.number());
  return found;
}

/** All rising numbers of a text. */
export function rising(text) {
  let last = -1;
  return numbers(text).map((step) => (last += step + 1));
}

/** Points on the map from zigzag-coded differences: returns the running sums as pairs. */
export function places(text) {
  const steps = numbers(text).map(unzigzag);
  let [x, y] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, at) => [(x += steps[2 * at]), (y += steps[2 * at + 1])]);
}

/** 0, 1, 2, 3 → 0, -1, 1, -2 */
export const unzigzag = (value) => (value % 2 ? -(value + 1) / 2 : value / 2);

/** Sorted texts from their front-coded form. */
export function frontCoded(texts) {
  let last = "";
  return texts.map((text) => (last = last.slice(0, VALUES[text.charCodeAt(0)]) + text.slice(1)));
}
