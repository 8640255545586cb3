// Texts as minthub reads them: the same characters taken out, the same blanks.

const BLANKS = /[\u00a0\u202f\u2007\u0085\u2028\u2029\v\f]/g;
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
// A joiner behind a pictograph makes one emoji of two.
const ZERO_WIDTH = /[\u200b\u2060\ufeff\u00ad]|(?<![\u2190-\u2bff\u{1f000}-\u{1ffff}\ufe0f])[\u200c\u200d]/gu;

/** The text with `\n` line ends and without characters that can't be seen. */
export const clean = (text) =>
  String(text ?? "")
    .replace(/\r\n?/g, "\n")
    .replace(BLANKS, " ")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .replace(ZERO_WIDTH, "")
    .normalize("NFC");

/** One text on one line. */
export const oneLine = (text) => clean(text).split(/\s+/).filter(Boolean).join(" ");

/** The body of a record: no blank lines around it. */
export const body = (text) => clean(text).replace(/^\n+/, "").trimEnd();

/** How many characters Python counts. */
export const length = (text) => [...text].length;

const SLUG_LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d", "&": " und " };
const MAX_SLUG = 60;

/** A file name from a title, as `minthub.folding.slug`. */
export function slug(title, limit = MAX_SLUG) {
  const text = String(title)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøłđ&]/g, (char) => SLUG_LETTERS[char])
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (text.length <= limit) return text;
  const at = text.slice(0, limit + 1).lastIndexOf("-");
  return at > 0 ? text.slice(0, at) : text.slice(0, limit);
}
