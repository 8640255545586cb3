// Expands typed words to the terms of the index that they may stand for.

import { MissingFile, postings } from "./data.js";
import { stem } from "./german.js";

export const EXACT = 10;
const BEGUN = 3;
const BEGUN_STEM = 2;
const PARTS = 7;
const SAME = 7;
const BESIDE = 2;
// Number of synonyms used: if the word itself is in the index, and if not. Each may cost a request.
const MOST_BESIDE = 1;
// A word that occurs this often is not expanded: other terms would only blur the results.
const MANY = 100;
const MOST_INSTEAD = 2;
const FALLING = 0.6;
// Boost for two typed words that the index has as one: that is hardly ever a coincidence.
const JOINED = 30;
// Maximum number of files read for a prefix: one of two letters may stand for thousands of terms.
const MAX_SHARDS = 6;
const AT_ONCE = 2;
const MAX_TERMS = 40;
const LONG_VERB = 8;
const MOST_UNTYPED = 3;
const MIN_TITLE = 6;
// A compound that occurs this often is not expanded to its parts, whose postings are long, nor a word to terms with its prefix
// (same value as PLENTY in search/shards.py).
const PLENTY = 20;

const isShort = (word) => word.length < 3;

/**
 * The expansion of a typed word.
 * @typedef {{word: string, ways: Map<string, number>[][], own: number, corrected: string, isEmpty: boolean}} Slot
 * ways: alternatives; each is a list of sets of terms with boosts, and of every set one term must occur (several sets: parts of a compound);
 * own: the number of alternatives, at the beginning, that are the word itself and not another one that may be meant;
 * isEmpty: the word carries no meaning
 */

export class Slots {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.known = new Map();
    this.read = new Map();
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
    const [begun, exact, said] = await Promise.all([this.begun(word, root), this.posting(root), this.said(root)]);
    const isEmpty = said === "";
    // An incomplete word stands for the shortest term with that prefix.
    const meant = exact || !begun.length ? root : begun[0].keys().next().value;
    const posting = exact ?? (await this.posting(meant));
    const ways = [begun];
    const own = begun.length;
    if (!exact) ways.push(...waysOf(said || (await (begun.length ? this.said(meant) : this.saidOf(word))), SAME, MOST_INSTEAD));
    else if (this.often(root, exact) < MANY) ways.push(...waysOf(said, BESIDE, MOST_BESIDE));
    // „Mikroskop“ also finds „Mikroskopie“.
    const verb = root.endsWith("ier") && root.length > LONG_VERB ? await this.existing([root.slice(0, -2)]) : [];
    ways.push(...verb.map((term) => [new Map([[term, SAME]])]));
    if (posting?.parts && this.often(meant, posting) < PLENTY) ways.push(...(await this.inParts(posting.parts.split(" "))));
    if (isEmpty || ways.some((way) => way.length)) return { word, ways: ways.filter((way) => way.length), own, corrected: "", isEmpty };
    return { own: 0, ...(await this.corrected(word, root)), isEmpty };
  }

  /** The synonyms of a stem in the format of the files; undefined if there are none, "" if the word carries no meaning. */
  async said(root) {
    return (await this.index.shard(await this.index.shardOf(root))).same.get(root);
  }

  /** The synonyms of an incomplete word: those of the shortest stem with that prefix, unless it is much longer („Fußballroboter“ for „Fußball“). */
  async saidOf(word) {
    if (isShort(word)) return "";
    const { same } = await this.index.shard(await this.index.shardOf(word));
    const begun = [...same.keys()].filter((key) => key.startsWith(word) && key.length <= word.length + MOST_UNTYPED && same.get(key)).sort((a, b) => a.length - b.length);
    return begun.length ? same.get(begun[0]) : "";
  }

  /** The terms with the word as prefix, including itself, as one group. */
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

  /** Whole titles (terms of their own) that begin with the whole typed text, with the share of the title that it covers: „Schau rein“. */
  async titles(whole) {
    if (whole.length < MIN_TITLE) return [];
    const { terms } = await this.index.shard(await this.index.shardOf(whole));
    return terms.filter((term) => term.startsWith(whole)).map((term) => [term, whole.length / term.length]);
  }

  /** The files to read for a prefix; a word that is frequent itself needs only its own file. */
  async shardsFor(word, root) {
    const own = await this.index.shardOf(root);
    if (isShort(word)) return [own];
    const numbers = await this.index.shardsOf(root.length >= 4 && word.startsWith(root) ? root : word);
    // Fetch the next file at once: unless the word is frequent it is nearly always needed, and in sequence it would take two round trips.
    const isEnough = numbers.length > 1 && (await this.index.goesOn(own + 1));
    if (numbers.length <= AT_ONCE && !isEnough) for (const number of numbers) this.index.shard(number).catch(() => {});
    const exact = await this.posting(root);
    if (exact && this.often(root, exact) >= PLENTY) return [own];
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

  /** Corrections for a word that matches no term, not even as prefix. The module for that is loaded on demand. */
  async corrected(word, root) {
    const module = await import("./corrections.js").catch(() => null);
    return module ? module.correct(this, word, root) : { word, ways: [], corrected: "" };
  }

  /** Lexicon files of terms (`l`) or of words with synonyms (`y`) for some word lengths. */
  lexicons(list, shortest, longest) {
    const limits = [...this.index.root.lexicon, Infinity];
    const numbers = limits
      .map((limit, number) => [limit, number])
      .filter(([limit, number]) => limit >= shortest && (number === 0 || limits[number - 1] < longest))
      .map(([, number]) => number);
    return Promise.all(numbers.map((number) => this.index.lexicon(list, number)));
  }

  /** Adds an alternative to both words of a pair that is one term of the index, also with a synonym in place of the first word. */
  async joined(pairs) {
    const ways = new Map();
    for (const pair of pairs) {
      const [first, second] = pair;
      const whole = stem(first + second);
      const [said, saidFirst] = await Promise.all([this.said(whole), this.said(stem(first))]);
      const firsts = [first, ...(saidFirst ? saidFirst.split("|").filter((way) => !way.includes(" ")).slice(0, MOST_BESIDE) : [])];
      const terms = await this.existing(firsts.map((word) => stem(word + second)));
      const found = [...(terms.length ? [[new Map(terms.map((term) => [term, JOINED]))]] : []), ...waysOf(said, JOINED / 2, MOST_INSTEAD)];
      for (const word of found.length ? pair : []) ways.set(word, [...(ways.get(word) ?? []), ...found]);
    }
    return ways;
  }

  /** Postings of terms that the index has, read once each. */
  async postings(terms) {
    const found = await Promise.all(terms.map((term) => this.posting(term)));
    if (found.includes(undefined)) throw new MissingFile("a term of the index is missing");
    return new Map(terms.map((term, at) => [term, this.readOnce(term, found[at])]));
  }

  readOnce(term, { text }) {
    if (!this.read.has(term)) this.read.set(term, postings(text));
    return this.read.get(term);
  }

  /** The number of postings of a term. */
  often(term, posting) {
    return this.readOnce(term, posting).reduce((count, { documents }) => count + documents.length, 0);
  }

  /** The terms among these that the index contains. */
  async existing(terms) {
    const found = await Promise.all(terms.map((term) => this.posting(term)));
    return terms.filter((_, at) => found[at]);
  }
}

/** The first synonyms as alternatives: `a|b|c d` means one of a and b, or both c and d. */
function waysOf(said, boost, most) {
  if (!said) return [];
  const ways = said.split("|").slice(0, most).map((way) => way.split(" "));
  // The best first.
  const worth = (at) => boost * FALLING ** at;
  const single = ways.flatMap((terms, at) => (terms.length === 1 ? [[terms[0], worth(at)]] : []));
  const several = ways.flatMap((terms, at) => (terms.length > 1 ? [terms.map((term) => new Map([[term, worth(at)]]))] : []));
  return [...(single.length ? [[new Map(single)]] : []), ...several];
}
