// Which terms of the index a typed word may stand for.

import { MissingFile, postings } from "./data.js";
import { edits, stem } from "./german.js";

export const EXACT = 10;
const BEGUN = 4;
const BEGUN_STEM = 2;
const PARTS = 7;
const SAME = 7;
const MISSPELT = 3;
// Two words that are written as one somewhere hardly ever stand there by chance.
const JOINED = 30;
// A word as begun by two letters may stand for thousands of terms; so many files are looked through at most.
const MAX_SHARDS = 6;
const MAX_TERMS = 40;
const MAX_MISSPELT = 6;
const LONG_VERB = 8;
// Two typing errors are looked for in longer words only.
const SHORT = 7;
const MIN_DERIVED = 5;
const MIN_PART = 5;
const MIN_TITLE = 6;
const MAX_DERIVING = 3;
// A compound that occurs this often needs no help from its parts, which are long lists.
const PLENTY = 20;

const isShort = (word) => word.length < 3;

/**
 * What a typed word may stand for.
 * @typedef {{word: string, ways: Map<string, number>[], corrected: string}} Slot
 * ways: alternatives, each a set of terms with boosts of which one must occur; several sets: one term of each (parts of a compound)
 */

export class Slots {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.known = new Map();
    this.read = new Map();
    /** Stem of a word → stems of those it stands for as well. */
    this.same = {};
  }

  /** Postings as written of a term, or undefined. */
  async posting(term) {
    const shard = await this.index.shard(await this.index.shardOf(term));
    const place = shard.places.get(term);
    return place === undefined ? undefined : { text: shard.postings[place], parts: shard.parts[place] };
  }

  /** @returns {Promise<Slot>} */
  slot(word) {
    if (!this.known.has(word)) {
      const made = this.makeSlot(word);
      made.catch(() => this.known.delete(word));
      this.known.set(word, made);
    }
    return this.known.get(word);
  }

  async makeSlot(word) {
    const root = stem(word);
    const ways = [await this.begun(word, root)];
    // A half-typed word stands for the shortest that begins like it.
    const meant = (await this.posting(root)) || !ways[0].length ? root : ways[0][0].keys().next().value;
    const own = await this.posting(meant);
    ways.push(await this.sameAs(meant));
    if (own?.parts && countOf(own.text) < PLENTY) ways.push(...(await this.inParts(own.parts.split(" "))));
    if (ways.some((way) => way.length)) return { word, ways: ways.filter((way) => way.length), corrected: "" };
    return this.corrected(word, root);
  }

  /** Everyday words stand for others: „Mathe“ for Mathematik. */
  async sameAs(root) {
    const others = this.same[root]?.split(" ") ?? [];
    // Who looks through a microscope does „Mikroskopie“.
    if (root.endsWith("ier") && root.length > LONG_VERB) others.push(root.slice(0, -2));
    const terms = await this.existing(others);
    return terms.length ? [new Map(terms.map((term) => [term, SAME]))] : [];
  }

  /** Terms that are the word or begin with it, as one group. */
  async begun(word, root) {
    const numbers = await this.shardsFor(word, root);
    const found = [];
    for (const shard of await Promise.all(numbers.map((number) => this.index.shard(number)))) {
      for (const term of shard.terms) {
        if (term === root) found.push({ term, boost: EXACT, length: 0 });
        else if (!isShort(word) && term.startsWith(word)) found.push({ term, boost: (BEGUN * word.length) / term.length, length: term.length });
        else if (root.length >= 4 && term.startsWith(root)) found.push({ term, boost: (BEGUN_STEM * root.length) / term.length, length: term.length });
      }
    }
    found.sort((a, b) => a.length - b.length);
    const kept = found.slice(0, MAX_TERMS);
    return kept.length ? [new Map(kept.map(({ term, boost }) => [term, boost]))] : [];
  }

  /** Titles that begin like all that was typed, as the terms they are, with how much of them that is: „Schau rein“. */
  async titles(whole) {
    if (whole.length < MIN_TITLE) return [];
    const { terms } = await this.index.shard(await this.index.shardOf(whole));
    return terms.filter((term) => term.startsWith(whole)).map((term) => [term, whole.length / term.length]);
  }

  /** Where to look for what begins like a word: a word that is there often enough needs only its neighbours. */
  async shardsFor(word, root) {
    const own = await this.index.shardOf(root);
    const exact = await this.posting(root);
    if (isShort(word) || (exact && countOf(exact.text) >= PLENTY)) return [own];
    const numbers = await this.index.shardsOf(root.length >= 4 && word.startsWith(root) ? root : word);
    return numbers.length > MAX_SHARDS ? [...new Set([own, ...numbers.slice(0, MAX_SHARDS)])] : numbers;
  }

  /** The parts of a compound as words of their own: all must occur. */
  async inParts(parts) {
    const groups = [];
    for (const part of parts) {
      if (!(await this.posting(part))) return [];
      groups.push(new Map([[part, PARTS]]));
    }
    return [groups];
  }

  /** No term is or begins like the word: what may have been meant by it. */
  async corrected(word, root) {
    const near = await this.misspelt(root, 1);
    if (near.length) return misspeltSlot(word, near);
    const shorter = await this.derivedFrom(word);
    if (shorter) return { word, ways: [[new Map([[shorter, MISSPELT]])]], corrected: "" };
    const groups = await this.split(word);
    if (groups.length) return { word, ways: [groups], corrected: "" };
    const far = word.length > SHORT ? await this.misspelt(root, 2) : [];
    const part = far.length ? "" : await this.knownPart(word);
    return part ? { word, ways: [[new Map([[part, MISSPELT]])]], corrected: "" } : misspeltSlot(word, far);
  }

  /** Of a compound with one unknown part the known one: „Vogelstimmen“ are about birds. */
  async knownPart(word) {
    const pieces = [];
    for (let length = word.length - MIN_PART; length >= MIN_PART; length -= 1) pieces.push(stem(word.slice(0, length)), stem(word.slice(-length)));
    const [first] = await this.existing([...new Set(pieces)]);
    return first ?? "";
  }

  /** A known word with an ending that the index does not know: „Imkerei“ from Imker. */
  async derivedFrom(word) {
    for (let length = word.length - 1; length >= Math.max(MIN_DERIVED, word.length - MAX_DERIVING); length -= 1) {
      const term = stem(word.slice(0, length));
      if (await this.posting(term)) return term;
    }
    return "";
  }

  /** Terms with so many edits, the nearest and most frequent first. */
  async misspelt(root, most) {
    if (root.length < 4) return [];
    const found = [];
    for (const list of await this.lexicons(root.length - most, root.length + most)) {
      for (const { term, often } of list) {
        if (Math.abs(term.length - root.length) > most) continue;
        const count = edits(root, term, most);
        // A forgotten letter is likelier than one too many or a wrong one; so is a right beginning.
        if (count <= most) found.push({ term, often, edits: count, doubt: count - 0.5 * isWithin(root, term) - 0.25 * (term[0] === root[0]) });
      }
    }
    found.sort((a, b) => a.doubt - b.doubt || b.often - a.often);
    return found.filter(({ doubt }) => doubt <= found[0].doubt + 0.25).slice(0, MAX_MISSPELT);
  }

  lexicons(shortest, longest) {
    const limits = [...this.index.root.lexicon, Infinity];
    const numbers = limits
      .map((limit, number) => [limit, number])
      .filter(([limit, number]) => limit >= shortest && (number === 0 || limits[number - 1] < longest))
      .map(([, number]) => number);
    return Promise.all(numbers.map((number) => this.index.lexicon(number)));
  }

  /** A compound the index does not know, cut into two or three terms that it knows: „Roboterkurs“ → Roboter, Kurs. */
  async split(word) {
    if (word.length < 7) return [];
    const all = new Map();
    for (const list of await this.lexicons(0, word.length)) for (const { term, often } of list) all.set(term, often);
    const cuts = cut(word, all, 3);
    return cuts ? cuts.map((term) => new Map([[term, PARTS]])) : [];
  }

  /** For each word of a pair that the index knows as one term, also with an everyday word for the first: that term as another way. */
  async joined(pairs) {
    const ways = new Map();
    for (const pair of pairs) {
      const [first, second] = pair;
      const firsts = [first, ...(this.same[stem(first)]?.split(" ") ?? [])];
      const terms = await this.existing(firsts.map((word) => stem(word + second)));
      if (!terms.length) continue;
      for (const word of pair) ways.set(word, [...(ways.get(word) ?? []), [new Map(terms.map((term) => [term, JOINED]))]]);
    }
    return ways;
  }

  /** Postings of terms that the index has, read once each. */
  async postings(terms) {
    const found = await Promise.all(terms.map((term) => this.posting(term)));
    if (found.includes(undefined)) throw new MissingFile("a term of the index is missing");
    terms.forEach((term, at) => this.read.has(term) || this.read.set(term, postings(found[at].text)));
    return new Map(terms.map((term) => [term, this.read.get(term)]));
  }

  /** Of these terms those that the index has. */
  async existing(terms) {
    const found = await Promise.all(terms.map((term) => this.posting(term)));
    return terms.filter((_, at) => found[at]);
  }
}

const misspeltSlot = (word, found) =>
  found.length
    ? { word, ways: [[new Map(found.map(({ term, edits: count }) => [term, MISSPELT / count]))]], corrected: found[0].term }
    : { word, ways: [], corrected: "" };

/** In how many fields of documents a term occurs. */
const countOf = (text) => postings(text).reduce((count, { documents }) => count + documents.length, 0);

/** Whether all letters of a word stand in another one in this order. */
function isWithin(word, other) {
  let at = 0;
  for (const letter of other) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** A word as terms one after the other, the longest first part first; linking letters between parts may be left over. */
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
