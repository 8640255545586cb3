// German as the index has it: the same folding and stems as minthub/folding.py and minthub/search/german.py.
// Tests compare both on all words of the content.

const LETTERS = { "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d" };

/** Lower case without umlauts, accents and digraphs: `Schülerlabor`, `Schuelerlabor` → `schulerlabor`. */
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[ßæøłđ]/g, (char) => LETTERS[char])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=[^aeoq])ue|ae|oe|^ue/g, (pair) => pair[0]);

/** The folded words of a text. */
export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

/** A folded word without its ending: `roboter` → `robot`, `forschung` → `forsch`. */
export const stem = (word) =>
  word
    .replace(/(?<=.{4}er)in(?:nen)?$/, "")
    .replace(/(?<=.{5})ung(?:en)?$/, "")
    .replace(/(?<=.{3})(?:ern|e[mns]|(?<!i)(?<!schul)(?<!lehr)er|e|(?<=el)n|(?<=[abdfghklmnopt])s)$/, "")
    .replace(/(?<=.{4}ier)t$/, "");

/** Edits (insert, delete, replace, swap neighbours) between two words; more than `most` counts as `most + 1`. */
export function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      next.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}
