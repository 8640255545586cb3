// The order of hits: by relevance and nearness, by distance, by the next date, by name.

import { numbers } from "./codec.js";

// What one can take part in comes before who offers it; news are looked for by name.
const KINDS = { offers: 1, events: 1, regions: 1, pages: 0.8, networks: 0.9, providers: 0.85, funding: 0.9, news: 0.6 };
const HALF_AT_KM = 15;
const FROM_AFAR = 0.55;

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
    const documents = [];
    const allowed = found.filters.reduce((mask, filter) => mask.map((has, document) => has & filter.mask[document]), found.base);
    allowed.forEach((has, document) => has && documents.push(document));
    const rank = await this.rank(found, state);
    const share = (document) => -(found.result?.missing.get(document)?.share ?? 1);
    const keys = new Map(documents.map((document) => [document, [share(document), this.isOver[document], ...rank(document), document]]));
    return documents.sort((a, b) => compare(keys.get(a), keys.get(b)));
  }

  async rank(found, state) {
    if (state.sortierung === "name") {
      const places = await this.index.made("name", ({ rank }) => numbers(rank));
      return (document) => [places[document]];
    }
    if (state.sortierung === "termin") {
      await this.facets.need(["modus"]);
      return (document) => [this.facets.days.get(document) ?? "9999"];
    }
    if (state.sortierung === "entfernung" && found.distances) return (document) => [this.distance(found, document)];
    return this.relevance(found);
  }

  distance({ distances }, document) {
    return Number.isNaN(distances[document]) ? 9999 : distances[document];
  }

  relevance(found) {
    if (found.result) return (document) => [-found.result.scores.get(document) * KINDS[this.kind[document]] * this.nearness(found, document)];
    const isPage = (document) => (this.kind[document] === "regions" && this.isOwn(found, document) ? 0 : this.kind[document] === "regions" ? 2 : 1);
    if (found.distances) return (document) => [isPage(document), this.distance(found, document)];
    return (document) => [isPage(document), mixed(document)];
  }

  /** The district in which the place lies. */
  isOwn(found, document) {
    const district = found.place?.district ?? found.parts.find(({ param }) => param === "kreis")?.value;
    return Boolean(this.facets.values("kreis")?.get(district)?.[document]);
  }

  /** 1 at the place, one half at fifteen kilometres. */
  nearness({ distances, reaching }, document) {
    if (!distances) return 1;
    const here = Number.isNaN(distances[document]) ? 0 : 1 / (1 + distances[document] / HALF_AT_KM);
    return Math.max(here, reaching[document] ? FROM_AFAR : 0);
  }
}

/** Without a question neighbours should not stand in a row: numbers well mixed, always in the same way. */
const mixed = (document) => Math.imul(document + 1, 0x9e3779b1) >>> 0;

function compare(a, b) {
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] < b[at]) return -1;
    if (a[at] > b[at]) return 1;
  }
  return 0;
}
