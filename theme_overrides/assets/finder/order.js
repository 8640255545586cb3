// The order of hits: by relevance and nearness, by distance, by the next date, by name.

import { numbers } from "./codec.js";

// What one can take part in comes before who offers it; news are looked for by name.
const KINDS = { offers: 1, events: 1, regions: 1, pages: 1, networks: 0.9, providers: 0.85, funding: 0.9, news: 0.6 };
const HALF_AT_KM = 5;
const FROM_AFAR = 0.25;
const FAR = 9999;
const CONFIRMED = 30;
const ALL_OTHERS = 2 ** 33;

export class Order {
  constructor(index, facets) {
    this.index = index;
    this.facets = facets;
    this.kind = [];
    this.isOver = new Uint8Array(index.root.documents);
    for (const [kind, start, end, isOver] of index.root.ranges) {
      for (let document = start; document < end; document += 1) this.kind[document] = kind;
      if (isOver) this.isOver.fill(1, start, end);
    }
  }

  /** @returns {Promise<number[]>} document numbers in order */
  async sort(found, state) {
    const rank = await this.rank(found, state);
    const documents = [];
    const late = new Float64Array(this.kind.length);
    const ranks = new Float64Array(this.kind.length);
    const mask = passing(found);
    for (let document = 0; document < mask.length; document += 1) {
      if (!mask[document]) continue;
      documents.push(document);
      // Those with all words first; of equals what is over after what is not.
      late[document] = (1 - (found.missing.get(document)?.share ?? 1)) * 2 + this.isOver[document] / 1000;
      ranks[document] = rank(document);
    }
    const sorted = () => documents.sort((a, b) => late[a] - late[b] || ranks[a] - ranks[b] || a - b);
    sorted();
    if (!found.text.length) return documents;
    // lunr has the last word on what can come onto the screen.
    const shown = documents.slice(0, Math.max(CONFIRMED, state.zahl || 0));
    for (const [document, score] of found.result.lunr(shown)) found.result.scores[document] = score;
    for (const document of shown) ranks[document] = rank(document);
    return sorted();
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

  relevance(found) {
    const { scores } = found.result;
    if (found.text.length) return (document) => -scores[document] * KINDS[this.kind[document]] * this.nearness(found, document);
    // Pages of districts: the own one first, others last.
    const page = (document) => (this.kind[document] === "regions" ? (this.isOwn(found, document) ? -1 : 1) * ALL_OTHERS : 0);
    const asked = (document) => (1 + scores[document]) * this.nearness(found, document);
    if (found.distances || scores.some(Boolean)) return (document) => page(document) - asked(document);
    return (document) => page(document) + mixed(document);
  }

  /** The district in which the place lies. */
  isOwn(found, document) {
    const district = found.place?.district ?? found.parts.find(({ param }) => param === "kreis")?.value;
    return Boolean(this.facets.values("kreis")?.get(district)?.[document]);
  }

  /** 1 at the place, one half at five kilometres. */
  nearness({ distances, reaching }, document) {
    if (!distances) return 1;
    const here = Number.isNaN(distances[document]) ? 0 : 1 / (1 + distances[document] / HALF_AT_KM);
    return Math.max(here, reaching[document] ? FROM_AFAR : 0);
  }
}

/** Without a question neighbours should not stand in a row: numbers well mixed, always in the same way. */
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
