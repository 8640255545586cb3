// Finds documents by words: those with all words, the share of the words' weight of the others, and the scores.

import { stem } from "./german.js";
import { ask } from "./part.js";
import { EXACT, Slots } from "./slots.js";

const TYPED_FILTER = EXACT / 2;
const WEAK = EXACT / 30;
const NAME = 3 * EXACT;
const NAMES = new Set(["title", "aliases"]);
const LONGEST_NAME = 5;
// Weight of a corrected word, because the correction may be wrong.
const DOUBT = 0.5;
// Limits the weight of rare words, because common ones also carry meaning: „Mathe Nachhilfe“.
const MOST_WEIGHT = 2.5;

/**
 * @typedef {Object} Found
 * @property {Float64Array} scores by document, the same as lunr's; 0 for documents that are not found
 * @property {number[]} full documents with all words
 * @property {Float64Array} share how much of the words' weight each document has, 1 for all words
 * @property {(document: number) => string[]} missing words that a document has not
 * @property {number[]} named documents whose title was typed, or that are `within`
 * @property {number[]} within documents whose title or other name has all words that were typed, also those of the place
 * @property {(documents: number[]) => Map<number, number>} lunr the scores that lunr.js itself computes for these documents
 * @property {import("./slots.js").Slot[]} slots
 * @property {string[]} words those that say something
 */

export class TextSearch {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.slots = new Slots(index);
  }

  /**
   * Documents for words.
   * @param {string[]} words folded words that should all occur
   * @param {string[]} typed words that were understood as filters and also raise the score
   * @param {string[]} weak words that stand for nearly everything
   * @param {string[][]} pairs neighbouring words that may be one: „Kinder Uni“
   * @param {string} whole all that was typed as one word: it may be a title
   * @param {string[]} name all words that were typed, if they may be a name with a place in it
   * @param {boolean} isAlone whether nothing else was understood: then words count even if they say nothing
   * @returns {Promise<Found>}
   */
  async search(words, { typed = [], weak = [], pairs = [], whole = "", name = [], isAlone = true } = {}) {
    const [all, extras, joined, names, titles, within] = await Promise.all([
      Promise.all([...new Set(words)].map((word) => this.slots.slot(word))),
      this.slots.existing([...new Set([...typed, ...weak].map(stem))]),
      this.slots.joined(pairs),
      whole ? this.slots.existing([whole]) : [],
      this.slots.titles(whole),
      name.length && name.length <= LONGEST_NAME ? this.having(name, [], NAMES) : [],
    ]);
    // Words without meaning only count in combination, or if there are no others.
    const said = all.filter(({ word, isEmpty }) => !isEmpty || joined.has(word));
    const asked = said.length || !isAlone ? said : all;
    const slots = asked.map((slot) => ({ ...slot, ways: [...slot.ways, ...(joined.get(slot.word) ?? [])] }));
    const boosts = new Map();
    const raise = (term, boost) => boosts.set(term, Math.max(boosts.get(term) ?? 0, boost));
    for (const { ways } of slots) for (const way of ways) for (const group of way) group.forEach((boost, term) => raise(term, boost));
    for (const term of names) raise(term, NAME);
    for (const [term, share] of titles) raise(term, NAME * share);
    const weakTerms = new Set(weak.map(stem));
    for (const term of extras) raise(term, weakTerms.has(term) ? WEAK : TYPED_FILTER);
    const postings = await this.slots.postings([...boosts.keys()]);
    const clauses = [...boosts].map(([term, boost]) => ({ term, boost }));
    return {
      ...this.judge(slots, postings),
      within,
      named: [...within, ...names.flatMap((term) => this.ofFields(postings.get(term), NAMES).flatMap(({ documents }) => [...documents]))],
      scores: this.scores(clauses, postings),
      lunr: (documents) => ask(this.index.root.fields, postings, clauses, documents),
      slots,
      words: asked.map(({ word }) => word),
    };
  }

  /**
   * The documents that match all words, and for each document the share of the words' weight that it matches. Rare words weigh more
   * than common ones; a word that occurs nowhere weighs as little as the most common one.
   */
  judge(slots, postings) {
    const size = this.index.root.documents;
    const met = slots.map(({ ways }) => {
      const mask = meeting(ways, postings, size);
      // If no document has both parts of a compound such as „Vogelstimmen“, one part is enough.
      return mask.includes(1) ? mask : meeting(ways.flatMap((way) => way.map((group) => [group])), postings, size);
    });
    // The weight of „Seife“ depends on its own frequency, not on that of „Chemie“, which it also stands for.
    const itself = slots.map(({ ways, own }, slot) => (own && own < ways.length ? meeting(ways.slice(0, own), postings, size) : met[slot]));
    const often = itself.map((mask) => mask.reduce((sum, has) => sum + has, 0));
    const most = Math.max(1, ...often);
    const weights = often.map((count, slot) => Math.min(MOST_WEIGHT, Math.log(1 + (2 * most) / (count || most))) * (slots[slot].corrected ? DOUBT : 1));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const full = [];
    const share = new Float64Array(size);
    const slotsMet = new Uint8Array(size);
    met.forEach((mask, slot) => {
      const weight = weights[slot] / whole;
      for (let document = 0; document < size; document += 1) {
        if (!mask[document]) continue;
        share[document] += weight;
        slotsMet[document] += 1;
      }
    });
    for (let document = 0; document < size; document += 1) if (slotsMet[document] === met.length) full.push(document);
    const missing = (document) => slots.filter((_, slot) => !met[slot][document]).map(({ word }) => word);
    return { full, share, missing, weight: whole };
  }

  /** lunr's scores (a dot product), computed for all documents at once; `lunr` confirms them for the documents shown. */
  scores(clauses, postings) {
    const scores = new Float64Array(this.index.root.documents);
    const length = Math.hypot(...clauses.map(({ boost }) => boost)) * 1000;
    for (const { term, boost } of clauses) {
      for (const { documents, scores: found } of postings.get(term)) {
        for (let at = 0; at < documents.length; at += 1) scores[documents[at]] += (boost * found[at]) / length;
      }
    }
    return scores;
  }

  /**
   * Documents that contain exactly these words (without prefix match or correction) or their synonyms.
   * @param {Set<string>|null} fields in which they must stand
   */
  async having(words, like = [], fields = null) {
    const all = [[...new Set(words.map(stem))], ...like.map((term) => [term])];
    const known = new Set(await this.slots.existing([...new Set(all.flat())]));
    const ways = all.filter((terms) => terms.every((term) => known.has(term))).map((terms) => terms.map((term) => new Map([[term, EXACT]])));
    const postings = await this.slots.postings([...known]);
    if (fields) postings.forEach((rows, term) => postings.set(term, this.ofFields(rows, fields)));
    const mask = meeting(ways, postings, this.index.root.documents);
    return Array.from(mask.keys()).filter((document) => mask[document]);
  }

  ofFields(rows, names) {
    return rows.filter(({ field }) => names.has(this.index.root.fields[field]));
  }
}

/** Documents that match one of the alternatives (`ways`): at least one term of each of its groups. */
function meeting(ways, postings, size) {
  const mask = new Uint8Array(size);
  for (const [first, ...others] of ways) {
    if (!others.length) {
      addHaving(mask, first, postings);
      continue;
    }
    const all = addHaving(new Uint8Array(size), first, postings);
    for (const group of others) {
      const some = addHaving(new Uint8Array(size), group, postings);
      for (let document = 0; document < size; document += 1) all[document] &= some[document];
    }
    for (let document = 0; document < size; document += 1) mask[document] |= all[document];
  }
  return mask;
}

/** Marks the documents that have any term of a group. */
function addHaving(mask, group, postings) {
  for (const term of group.keys()) {
    for (const { documents } of postings.get(term)) for (let at = 0; at < documents.length; at += 1) mask[documents[at]] = 1;
  }
  return mask;
}
