// Corrects words that are not in the index: typing errors, other endings, compounds.

import { edits, stem } from "./german.js";

// Lexicon files: of terms, and of words with synonyms.
const LISTS = ["l", "y"];
const MISSPELT = 3;
// The same values as in slots.js, which is not imported, because it would be bundled a second time.
const PARTS = 7;
const MAX_MISSPELT = 6;
// Two typing errors are looked for in longer words only.
const SHORT = 7;
const MIN_DERIVED = 5;
const MAX_DERIVING = 3;
const MIN_SPLIT = 7;
const MIN_PART = 5;

/**
 * @param {import("./slots.js").Slots} slots
 * @returns {Promise<import("./slots.js").Slot>}
 */
export async function correct(slots, word, root) {
  const near = await misspelt(slots, root, 1);
  if (near.length) return misspeltSlot(slots, word, near);
  const shorter = await derivedFrom(slots, word);
  if (shorter) return slotOf(slots, word, shorter);
  const all = word.length < MIN_SPLIT ? new Map() : await allWords(slots, word.length);
  const cuts = cut(word, all, 3);
  if (cuts) return { word, ways: [await Promise.all(cuts.map((term) => meant(slots, term, PARTS)))], corrected: "" };
  const far = word.length > SHORT ? await misspelt(slots, root, 2) : [];
  const part = far.length ? "" : knownPart(word, all);
  return part ? slotOf(slots, word, part) : misspeltSlot(slots, word, far);
}

/** The terms of the index for a word of the lexicon: itself, or its best synonyms. */
async function meant(slots, word, boost) {
  const terms = (await slots.posting(word)) ? [word] : ((await slots.said(word)) ?? "").split("|")[0].split(" ");
  return new Map((await slots.existing(terms)).map((term) => [term, boost]));
}

const slotOf = async (slots, word, term) => ({ word, ways: [[await meant(slots, term, MISSPELT)]], corrected: "" });

async function misspeltSlot(slots, word, found) {
  if (!found.length) return { word, ways: [], corrected: "" };
  const terms = await Promise.all(found.map(({ term, edits: count }) => meant(slots, term, MISSPELT / count)));
  return { word, ways: [[new Map(terms.flatMap((group) => [...group]))]], corrected: found[0].term };
}

/** Terms within this edit distance, the nearest and most frequent first; if there are none, words with synonyms. */
async function misspelt(slots, root, most) {
  if (root.length < 4) return [];
  for (const list of LISTS) {
    const found = await misspeltIn(slots, list, root, most);
    if (found.length) return found;
  }
  return [];
}

async function misspeltIn(slots, name, root, most) {
  const found = [];
  const heard = sound(root);
  for (const list of await slots.lexicons(name, root.length - most, root.length + most)) {
    for (const { term, often } of list) {
      if (Math.abs(term.length - root.length) > most) continue;
      let count = edits(root, term, most);
      // „Fysik“: phonetic spelling counts as one edit, however many letters differ. The last letter must be the same.
      if (count > most && term.at(-1) === root.at(-1)) count = 1 + edits(heard, sound(term), most - 1);
      // A missing letter is more likely than an additional or wrong one, and the first letter is mostly right.
      if (count <= most) found.push({ term, often, edits: count, doubt: count - 0.5 * isWithin(root, term) - 0.25 * (term[0] === root[0]) });
    }
  }
  found.sort((a, b) => a.doubt - b.doubt || b.often - a.often);
  return found.filter(({ doubt }) => doubt <= found[0].doubt + 0.25).slice(0, MAX_MISSPELT);
}

/** A phonetic key, mainly for words of Greek origin: `physik`, `fysik` → `fisik`. */
const sound = (word) => word.replace(/ph/g, "f").replace(/([tr])h/g, "$1").replace(/ck|^ch|c(?!h)/g, "k").replace(/y/g, "i").replace(/(.)\1/g, "$1");

/** Whether all letters of a word stand in another one in this order. */
function isWithin(word, other) {
  let at = 0;
  for (const letter of other) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** A known word with an ending that the index does not know: „Imkerei“ from Imker. */
async function derivedFrom(slots, word) {
  for (let length = word.length - 1; length >= Math.max(MIN_DERIVED, word.length - MAX_DERIVING); length -= 1) {
    const term = stem(word.slice(0, length));
    if (await slots.posting(term)) return term;
  }
  return "";
}

/** Terms and words that stand for terms, up to a length, with how often they occur. */
async function allWords(slots, longest) {
  const lists = await Promise.all(LISTS.map((list) => slots.lexicons(list, 0, longest)));
  return new Map(lists.reverse().flat(2).map(({ term, often }) => [term, often]));
}

/**
 * A compound as terms one after the other, the longest first part first: „Roboterkurs“ → Roboter, Kurs. Linking letters between parts
 * may be left over.
 */
function cut(word, terms, most) {
  const whole = stem(word);
  if (terms.has(whole) && most < 3) return [whole];
  if (most <= 1) return null;
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const first = stem(word.slice(0, at).replace(/s$/, ""));
    const term = [word.slice(0, at), stem(word.slice(0, at)), first].find((text) => text.length >= 3 && terms.has(text));
    const rest = term && cut(word.slice(at), terms, most - 1);
    if (rest) return [term, ...rest];
  }
  return null;
}

/** The longest known part of a compound with an unknown part: „Wetterballon“ is about weather. */
function knownPart(word, terms) {
  for (let length = word.length - 1; length >= MIN_PART; length -= 1) {
    const known = [word.slice(0, length), word.slice(-length)].map(stem).find((term) => terms.has(term));
    if (known) return known;
  }
  return "";
}
