// Finds documents by words: which terms a typed word may stand for, what lunr says to them, and how well all words are met.

import { MissingFile } from "./data.js";
import { edits, stem } from "./german.js";
import { ask } from "./part.js";

const EXACT = 10;
const BEGUN = 4;
const BEGUN_STEM = 2;
const PARTS = 5;
const MISSPELT = 5;
// A word as begun by two letters may stand for thousands of terms; so many files are looked through at most.
const MAX_SHARDS = 6;
const MAX_TERMS = 40;
const MAX_MISSPELT = 6;
// If fewer documents have all words, those with the most of them follow.
const ENOUGH = 5;
const ENOUGH_SHARE = 0.5;

const isCommon = (word) => word.length < 3;

/**
 * What a typed word may stand for.
 * @typedef {{word: string, ways: Map<string, number>[], corrected: string}} Slot
 * ways: alternatives, each a set of terms with boosts of which one must occur; several sets: one term of each (parts of a compound)
 */

export class TextSearch {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.known = new Map();
  }

  /** Postings as written of a term, or undefined. */
  async posting(term) {
    const shard = await this.index.shard(this.index.shardOf(term));
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
    const own = await this.posting(root);
    if (own?.parts) ways.push(...(await this.inParts(own.parts.split(" "))));
    if (ways.some((way) => way.length)) return { word, ways: ways.filter((way) => way.length), corrected: "" };
    return this.corrected(word, root);
  }

  /** Terms that are the word or begin with it, as one group. */
  async begun(word, root) {
    const prefix = root.length >= 4 && word.startsWith(root) ? root : word;
    let numbers = isCommon(word) ? [this.index.shardOf(root)] : this.index.shardsOf(prefix);
    if (numbers.length > MAX_SHARDS) numbers = [...new Set([this.index.shardOf(root), ...numbers.slice(0, MAX_SHARDS)])];
    const found = [];
    for (const shard of await Promise.all(numbers.map((number) => this.index.shard(number)))) {
      for (const term of shard.terms) {
        if (term === root) found.push({ term, boost: EXACT, length: 0 });
        else if (!isCommon(word) && term.startsWith(word)) found.push({ term, boost: (BEGUN * word.length) / term.length, length: term.length });
        else if (root.length >= 4 && term.startsWith(root)) found.push({ term, boost: (BEGUN_STEM * root.length) / term.length, length: term.length });
      }
    }
    found.sort((a, b) => a.length - b.length);
    const kept = found.slice(0, MAX_TERMS);
    return kept.length ? [new Map(kept.map(({ term, boost }) => [term, boost]))] : [];
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
    const groups = near.length ? [] : await this.split(word);
    const found = near.length || groups.length || root.length <= 7 ? near : await this.misspelt(root, 2);
    if (groups.length) return { word, ways: [groups], corrected: "" };
    if (!found.length) return { word, ways: [], corrected: "" };
    return { word, ways: [[new Map(found.map(({ term, edits: count }) => [term, MISSPELT / count]))]], corrected: found[0].term };
  }

  /** Terms with so many edits, the nearest and most frequent first. */
  async misspelt(root, most) {
    if (root.length < 4) return [];
    const found = [];
    for (const list of await this.lexicons(root.length - most, root.length + most)) {
      for (const { term, often } of list) {
        if (Math.abs(term.length - root.length) > most) continue;
        const count = edits(root, term, most);
        if (count <= most) found.push({ term, often, edits: count, isSameStart: term[0] === root[0] });
      }
    }
    return found
      .sort((a, b) => a.edits - b.edits || b.isSameStart - a.isSameStart || b.often - a.often)
      .slice(0, MAX_MISSPELT);
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

  /**
   * Documents for words.
   * @param {string[]} words folded words that should all occur
   * @param {string[]} also words that only raise the score
   * @param {string[][]} pairs neighbouring words that may be one: „Kinder Uni“
   * @returns {Promise<{scores: Map<number, number>, missing: Map<number, {share: number, missing: string[]}>, corrected: string[], slots: Slot[]}>}
   */
  async search(words, also = [], pairs = []) {
    const [own, extras, joined] = await Promise.all([
      Promise.all([...new Set(words)].map((word) => this.slot(word))),
      Promise.all([...new Set(also)].map((word) => this.slot(word))),
      this.joined(pairs),
    ]);
    const slots = own.map((slot) => ({ ...slot, ways: [...slot.ways, ...(joined.get(slot.word) ?? [])] }));
    const boosts = new Map();
    const raise = (term, boost) => boosts.set(term, Math.max(boosts.get(term) ?? 0, boost));
    for (const { ways } of slots) for (const way of ways) for (const group of way) group.forEach((boost, term) => raise(term, boost));
    for (const { ways } of extras) for (const way of ways) for (const group of way) group.forEach((boost, term) => raise(term, boost / 3));
    const hits = ask(
      this.index.root.fields,
      await this.texts([...boosts.keys()]),
      [...boosts].map(([term, boost]) => ({ term, boost })),
    );
    return { ...judge(hits, slots), corrected: slots.map((slot) => slot.corrected).filter(Boolean), slots };
  }

  /** For each word of a pair that the index knows as one term: that term as another way. */
  async joined(pairs) {
    const ways = new Map();
    for (const pair of pairs) {
      const term = stem(pair.join(""));
      if (!(await this.posting(term))) continue;
      for (const word of pair) ways.set(word, [...(ways.get(word) ?? []), [new Map([[term, EXACT]])]]);
    }
    return ways;
  }

  async texts(terms) {
    const found = await Promise.all(terms.map((term) => this.posting(term)));
    if (found.includes(undefined)) throw new MissingFile("a term of the index is missing");
    return new Map(terms.map((term, at) => [term, found[at].text]));
  }

  /** Documents that have these words as they are (no half-typed or misspelt ones). */
  async having(words) {
    const roots = [...new Set(words.map(stem))];
    const found = await Promise.all(roots.map((root) => this.posting(root)));
    if (!roots.length || found.includes(undefined)) return new Set();
    const hits = ask(
      this.index.root.fields,
      new Map(roots.map((root, at) => [root, found[at].text])),
      roots.map((term) => ({ term, boost: 1 })),
    );
    return new Set(hits.filter((hit) => hit.terms.length === roots.length).map((hit) => hit.document));
  }
}

/**
 * Which documents meet all words; if these are few, also those that meet the weightier half. A rare word weighs more than a common
 * one; one that occurs nowhere weighs as little as the commonest.
 */
function judge(hits, slots) {
  const met = hits.map(({ terms }) => {
    const has = new Set(terms);
    return slots.map(({ ways }) => ways.some((way) => way.every((group) => hasAny(has, group))));
  });
  const often = slots.map((_, slot) => met.reduce((count, row) => count + row[slot], 0));
  const weights = often.map((count) => Math.log(1 + hits.length / (count || hits.length)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const entries = hits
    .map(({ document, score }, at) => ({
      document,
      score,
      share: weights.reduce((sum, weight, slot) => sum + (met[at][slot] ? weight : 0), 0) / whole,
      missing: slots.filter((_, slot) => !met[at][slot]).map(({ word }) => word),
    }))
    .filter(({ share }) => share >= ENOUGH_SHARE);
  const full = entries.filter(({ missing }) => !missing.length);
  const kept = full.length >= ENOUGH ? full : entries;
  return {
    scores: new Map(kept.map(({ document, score }) => [document, score])),
    missing: new Map(kept.filter((entry) => entry.missing.length).map((entry) => [entry.document, entry])),
  };
}

function hasAny(terms, group) {
  for (const term of group.keys()) if (terms.has(term)) return true;
  return false;
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
