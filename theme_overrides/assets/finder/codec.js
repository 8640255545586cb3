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
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = VALUES[this.text.charCodeAt(this.at)];
      this.at += 1;
      value += (digit & 31) * 2 ** shift;
      if (digit < 32) return value;
    }
  }

  numbers(count) {
    return Array.from({ length: count }, () => this.number());
  }

  /** Rising numbers, written as steps less one. */
  rising(count) {
    let last = -1;
    return Array.from({ length: count }, () => (last += this.number() + 1));
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

/** Pairs of steps either way, written as whole numbers, as pairs of sums: places on the map. */
export function places(text) {
  const steps = numbers(text).map(unzigzag);
  let [x, y] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, at) => [(x += steps[2 * at]), (y += steps[2 * at + 1])]);
}

/** 0, 1, 2, 3 → 0, -1, 1, -2 */
export const unzigzag = (value) => (value % 2 ? -(value + 1) / 2 : value / 2);

/** Sorted texts, each written with what it shares with the one before. */
export function frontCoded(texts) {
  let last = "";
  return texts.map((text) => (last = last.slice(0, VALUES[text.charCodeAt(0)]) + text.slice(1)));
}
