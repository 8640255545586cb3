// The order of hits: by relevance and nearness, by distance, by the next date, by name.

import { numbers } from "./codec.js";

// Factors by kind: offers and events before providers; news are searched by name. These and all other factors of the ranking were tuned
// with the queries in bench/queries (docs/adr/0007-finder.md).
const KINDS = { offers: 1, events: 0.85, regions: 1, pages: 1, networks: 0.9, providers: 0.6, funding: 0.9, news: 0.6 };
// Factors by standing: current, not confirmed, over (as in search/tables.py).
const STANDINGS = [1, 0.7, 0.4];
export const OVER = 2;
const NOT_LIKED = 0.7;
// The factor of nearness is 1 at the place and one half at this distance in kilometres; it is lower beyond the district's border.
const HALF_AT_KM = 5;
const BEYOND = 0.6;
const FROM_AFAR = 0.15;
// Score of documents without any of the typed words that match the kind or the audience.
const WORDLESS = 0.02;
// Exponent of the score if the query has a place: a tenfold score must not outweigh a tenfold distance.
const BESIDE_PLACE = 0.6;
const FAR = 9999;
const CONFIRMED = 30;
const ALL_OTHERS = 2 ** 33;

export class Order {
  constructor(index, facets) {
    this.index = index;
    this.facets = facets;
    this.kind = [];
    this.standing = new Uint8Array(index.root.documents);
    for (const [kind, start, end, standing] of index.root.ranges) {
      for (let document = start; document < end; document += 1) this.kind[document] = kind;
      this.standing.fill(standing, start, end);
    }
  }

  /** @returns {Promise<number[]>} document numbers in order */
  async sort(found, state) {
    const rank = await this.rank(found, state);
    const documents = [];
    const late = new Float64Array(this.kind.length);
    const ranks = new Float64Array(this.kind.length);
    const mask = passing(found);
    const isByRelevance = this.isByRelevance(state, found);
    for (let document = 0; document < mask.length; document += 1) {
      if (!mask[document]) continue;
      documents.push(document);
      // Of equals what is over after what is not.
      if (!isByRelevance) late[document] = (1 - closeness(found, document)) * 2 + (this.standing[document] === OVER) / 1000;
      ranks[document] = rank(document);
    }
    return documents.sort((a, b) => late[a] - late[b] || ranks[a] - ranks[b] || a - b);
  }

  /**
   * Reorders the documents that may be shown by lunr's own scores. They equal those used so far, so the order hardly ever changes.
   * @param {number[]} documents in order
   * @returns {number[]}
   */
  confirmed(documents, found, state) {
    if (!found.text.length || !this.isByRelevance(state, found)) return documents;
    const shown = documents.slice(0, Math.max(CONFIRMED, state.zahl || 0));
    for (const [document, score] of found.result.lunr(shown)) found.result.scores[document] = score;
    const rank = this.relevance(found);
    const ranks = new Map(shown.map((document) => [document, rank(document)]));
    return [...shown.sort((a, b) => ranks.get(a) - ranks.get(b) || a - b), ...documents.slice(shown.length)];
  }

  isByRelevance({ sortierung }, { distances }) {
    return !["name", "termin"].includes(sortierung) && !(sortierung === "entfernung" && distances);
  }

  /** @returns {Promise<(document: number) => number>} smaller is earlier */
  async rank(found, state) {
    if (state.sortierung === "name") {
      const places = await this.index.made("name", ({ rank }) => numbers(rank));
      return (document) => places[document];
    }
    if (state.sortierung === "termin") {
      await this.facets.need(["ferien"]);
      return (document) => this.facets.days.get(document) ?? Infinity;
    }
    if (state.sortierung === "entfernung" && found.distances) return (document) => this.distance(found, document);
    return this.relevance(found);
  }

  distance({ distances }, document) {
    return Number.isNaN(distances[document]) ? FAR : distances[document];
  }

  /** `close`: how closely a document matches the query, if `found` does not have that yet. */
  relevance(found) {
    const { scores } = found.result;
    const best = scores.reduce((most, score) => Math.max(most, score), 0) || 1;
    const factor = (document, close) => close * this.nearness(found, document) * STANDINGS[this.standing[document]] * liking(found, document);
    if (found.text.length) return (document, close = closeness(found, document)) => -((WORDLESS + scores[document] / best) ** (found.distances ? BESIDE_PLACE : 1)) * KINDS[this.kind[document]] * factor(document, close);
    // Pages of districts: the own one first, others last.
    const page = (document) => (this.kind[document] === "regions" ? (this.isOwn(found, document) ? -1 : 1) * ALL_OTHERS : 0);
    const asked = (document, close) => (1 + scores[document] / best) * factor(document, close);
    if (found.distances || found.liked.length || scores.some(Boolean)) return (document, close = closeness(found, document)) => page(document) - asked(document, close);
    return (document, close = closeness(found, document)) => page(document) + mixed(document) + (this.standing[document] ? ALL_OTHERS / 2 : 0) + (close < 1 ? 2 * ALL_OTHERS : 0);
  }

  /** Whether a document belongs to the district of the place. */
  isOwn(found, document) {
    const district = found.place?.district ?? found.parts.find(({ param }) => param === "kreis")?.value;
    return Boolean(this.facets.values("kreis")?.get(district)?.[document]);
  }

  nearness({ distances, reaching, here, result }, document) {
    // The name „Grube Tannenberg“ does not refer to the place Tannenberg.
    if (!distances || result.within.includes(document)) return 1;
    const near = Number.isNaN(distances[document]) ? 0 : 1 / (1 + distances[document] / HALF_AT_KM);
    return Math.max(near, reaching[document] ? FROM_AFAR : 0) * (here[document] ? 1 : BEYOND);
  }
}

const liking = ({ liked }, document) => liked.reduce((product, mask) => (mask[document] ? product : product * NOT_LIKED), 1);

/** 1 for documents that match the whole query, less for others. */
const closeness = ({ nearly }, document) => nearly.get(document)?.close ?? 1;

/** A deterministic hash of document numbers: without a query, documents of one place should not be listed in a row. */
const mixed = (document) => Math.imul(document + 1, 0x9e3779b1) >>> 0;

/** Candidates that pass all filters. */
export function passing({ base, filters }, except = "") {
  const mask = base.slice();
  for (const filter of filters) {
    if (filter.param === except) continue;
    for (let document = 0; document < mask.length; document += 1) mask[document] &= filter.mask[document];
  }
  return mask;
}
