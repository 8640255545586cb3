// One search: interprets the text, finds documents by words, filters them by facets, ranks and counts them.

import { without } from "./cutout.js";
import { COUNTED, Facets } from "./facets.js";
import { addFilters, isAlsoWords, LISTS, near, needs, USUAL_KINDS } from "./filters.js";
import { stem, words } from "./german.js";
import { Meaning } from "./meaning.js";
import { Order, OVER, passing } from "./order.js";
import { isPostcode, Places } from "./places.js";
import { resolvePlace } from "./resolve.js";
import { TextSearch } from "./text.js";

const FEW = 5;
// Number of first hits: more than fit on a screen, and as many requests as a browser makes in parallel over HTTP/1.1.
const FIRST = 6;
const RADII = [5, 10, 25, 50];

export class Engine {
  /** @param {import("./data.js").Index} index */
  constructor(index) {
    this.index = index;
    this.facets = new Facets(index);
    this.words = new TextSearch(index);
    this.order = new Order(index, this.facets);
    this.last = { key: "", evaluation: null };
  }

  async open() {
    return this.index.base.href;
  }

  cards(numbers) {
    return this.index.cards(numbers);
  }

  async find(ids) {
    const numbers = await this.index.find(ids);
    const cards = await this.index.cards(numbers.filter((number) => number !== null));
    return numbers.map((number) => (number === null ? null : cards.find((card) => card.number === number)));
  }

  /** @param {((first: Object) => void) | null} show gets the answer with its first hits as soon as they are here, if others follow */
  async search(state, show = null) {
    const found = await this.evaluation(state);
    const ordered = await this.order.sort(found, state);
    const isFew = ordered.filter((document) => this.isThere(document, found)).length < FEW;
    const answer = {
      base: this.index.base.href,
      count: ordered.length,
      similar: ordered.length - this.exact(ordered, found),
      isFew,
      understood: found.parts.map(({ param, value, label, words: typed, without }) => ({ param, value, label, words: typed, without })),
      choices: found.choices,
      notes: found.notes,
      place: found.place && { label: found.place.label, point: found.place.point },
      looser: [],
      near: [],
      spelling: [],
    };
    const most = state.zahl || 10;
    // Another spelling would stand above the hits, and is known when all of them are here.
    const isInTwo = show && Math.min(most, ordered.length) > FIRST && !isFew && !found.result.slots.some(({ corrected }) => corrected);
    const first = isInTwo && this.hits(ordered.slice(0, FIRST), found);
    // While the first cards are on their way.
    const confirmed = this.order.confirmed(ordered, found, state);
    if (first) show({ ...answer, hits: await first });
    const shown = await this.hits(confirmed.slice(0, most), found);
    const few = isFew ? await this.almost(state, found, ordered) : {};
    return { ...answer, hits: shown, spelling: await this.spelling(state, found, shown), ...few };
  }

  /** Alternatives when little is found. The module is loaded on demand, and the hits are shown even if that fails. */
  async almost(state, found, ordered) {
    const module = await import("./almost.js").catch(() => null);
    return module ? module.almost(this, state, found, ordered, FEW) : { looser: [], near: [] };
  }

  /** How many hits each value would give, with everything else as it is. */
  async counts(state) {
    const found = await this.evaluation(state);
    await this.facets.need(COUNTED);
    const counts = { art: this.countKinds(found) };
    for (const name of COUNTED) {
      const rest = passing(found, name);
      counts[name] = {};
      for (const [value, column] of this.facets.values(name)) {
        const mask = name === "kreis" ? this.facets.any(name, [value], found.state) : column;
        const count = sum(rest, mask);
        if (count) counts[name][value] = count;
      }
      delete counts[name][found.state];
    }
    if (found.place) counts.umkreis = this.countRadii(found);
    return counts;
  }

  countKinds(found) {
    // Without words only some kinds are searched, but all can be chosen.
    const all = found.text.length ? found : { ...found, base: this.current() };
    const rest = passing(all, "art");
    const counts = {};
    for (const [kind, start, end] of this.index.root.ranges) {
      let count = 0;
      for (let document = start; document < end; document += 1) count += rest[document];
      if (count) counts[kind] = (counts[kind] ?? 0) + count;
    }
    return counts;
  }

  countRadii(found) {
    const rest = passing(found, "ort");
    return Object.fromEntries(RADII.map((radius) => [radius, sum(rest, near(found, radius))]));
  }

  /** Hits by the places they are at, for the map. */
  async points(state) {
    const found = await this.evaluation(state);
    await this.facets.need(["kreis"]);
    const allowed = passing(found);
    return this.facets.points
      .map(({ x, y, label, documents }) => ({ x, y, label, docs: documents.filter((document) => allowed[document]) }))
      .filter(({ docs }) => docs.length)
      .map((point) => ({ ...point, count: point.docs.length }));
  }

  /** The evaluation of a state, cached, because hits, counts and map of one query share it. */
  async evaluation(state) {
    const { zahl, sortierung, ansicht, ...question } = state;
    const key = JSON.stringify(question);
    if (this.last.key !== key) {
      const evaluation = this.evaluate(state);
      this.last = { key, evaluation };
      evaluation.catch(() => (this.last = { key: "", evaluation: null }));
    }
    return this.last.evaluation;
  }

  async meaning() {
    return this.index.made("meaning", (data) => {
      const places = new Places(data);
      return { places, meaning: new Meaning(data, places) };
    });
  }

  async postcodes() {
    const { Postcodes } = await import("./postcodes.js");
    return this.index.made("postcodes", (data) => new Postcodes(data));
  }

  async evaluate(state) {
    const { places, meaning } = await this.meaning();
    const taken = new Set([...LISTS, "art", "alter", "klasse", "ort"].filter((name) => (Array.isArray(state[name]) ? state[name].length : state[name])));
    const { parts, text, weak, pairs, spelt } = meaning.understand(state.q, taken);
    const typed = Object.fromEntries(parts.map((part) => [part.param, part]));
    const wanted = typed.ort ? typed.ort.name ?? typed.ort.words.join(" ") : String(state.ort ?? "");
    const asWords = parts.filter(isAlsoWords).flatMap((part) => part.words);
    // „Grube Tannenberg“
    const name = text.length && parts.length && parts.every(({ param }) => param === "ort" || param === "kreis") ? meaning.said(state.q) : [];
    // Requested in parallel: in sequence, each would take a round trip.
    const searched = this.words.search(text, { typed: asWords, weak, pairs, whole: words(state.q).join(""), name, isAlone: !parts.length });
    const fetched = this.facets.need(needs(parts, state, Boolean(wanted)));
    for (const asked of [searched, fetched]) asked.catch(() => {});
    const postcodes = isPostcode(wanted) ? await this.postcodes() : null;
    const resolved = resolvePlace({ wanted, typed: typed.ort, state, places, postcodes });
    const found = { parts, text, spelt, state: places.state.id, stateName: places.state.name, ...resolved, filters: [], liked: [], inText: new Map() };
    for (const part of parts) part.without = without(state.q, part);
    found.result = await searched;
    found.text = found.result.words;
    await addFilters(this, found, state);
    found.base = this.candidates(found, state);
    found.usual = found.base.slice();
    found.nearly = new Map();
    this.addNamed(found);
    await this.addNearly(found);
    return found;
  }

  /** The candidates before filtering: documents with the words; without words all offers and events. */
  candidates({ text, result, parts, place }, state) {
    if (text.length) return this.facets.mask(result.full);
    return this.current(state.art.length ? state.art : [...USUAL_KINDS, ...this.otherKinds(parts, place)]);
  }

  /** Documents of some kinds, or of all, that are not over. */
  current(kinds = null) {
    const mask = new Uint8Array(this.facets.size);
    for (const [kind, start, end, standing] of this.index.root.ranges) {
      if (standing !== OVER && (!kinds || kinds.includes(kind))) mask.fill(1, start, end);
    }
    return mask;
  }

  /** If few documents match the whole query, the nearest ones follow. The others are shown even if that fails. */
  async addNearly(found) {
    const full = passing(found);
    if ((!found.text.length && !found.parts.length) || count(full) >= FEW) return;
    const module = await import("./nearly.js").catch(() => null);
    if (!module) return;
    found.nearly = module.nearly(this.facets, found, full, this.order.relevance(found));
    for (const document of found.nearly.keys()) this.letIn(document, found);
  }

  /** A document that typed filters would keep out. */
  letIn(document, found) {
    found.base[document] = 1;
    for (const { mask, isTyped } of found.filters) if (isTyped) mask[document] = 1;
  }

  /** Documents whose title was typed match even if its words were understood as filters: „Makerhub Lößnitz“. */
  addNamed(found) {
    for (const document of found.result.named) this.letIn(document, found);
  }

  /** Kinds to search besides offers and events: typed ones; also providers for „Dresden bei Regen“; pages of districts and networks for a bare place. */
  otherKinds(parts, place) {
    if (!parts.length) return [];
    const kinds = parts.filter(({ param }) => param === "art").flatMap(({ value }) => value.split(" "));
    const isPlaceOnly = parts.length === 1 && (place || parts[0].param === "kreis");
    if (isPlaceOnly) return [...kinds, "regions", "providers", "networks"];
    return parts.some(({ param, isLiked, liked }) => isLiked || liked || param === "format") ? [...kinds, "providers"] : kinds;
  }

  kinds(names) {
    const mask = new Uint8Array(this.facets.size);
    for (const [kind, start, end] of this.index.root.ranges) if (names.includes(kind)) mask.fill(1, start, end);
    return mask;
  }

  async hits(documents, found) {
    const cards = await this.index.cards(documents);
    return cards.map((card, at) => ({
      card,
      distance: found.distances && !Number.isNaN(found.distances[documents[at]]) ? found.distances[documents[at]] : null,
      reach: this.reach(documents[at], found),
      lacks: this.lacks(documents[at], found),
    }));
  }

  reach(document, found) {
    const comes = (mode) => found.reaching?.[document] && this.facets.values("modus").get(mode)?.[document];
    if (comes("mobil")) return "kommt zu Ihnen";
    // No distance if only the town is known, which is true of most: it would suggest too much precision.
    if (found.inTown?.[document] && found.here[document]) return `in ${found.place.town ?? found.place.label}`;
    return comes("online") ? "online" : "";
  }

  /** The labels of the conditions that a hit does not meet, or only by words of its text. */
  lacks(document, { nearly, inText, result }) {
    const labels = result.named.includes(document) ? [] : inText.get(document) ?? [];
    return [...(nearly.get(document)?.lacks ?? []), ...labels.map((label) => `nur im Text erwähnt: „${label}“`)];
  }

  /** The number of documents that match the whole query by their values, not only by words of their text. */
  exact(documents, { nearly, inText, result }) {
    return documents.filter((document) => !nearly.has(document) && (!inText.has(document) || result.named.includes(document))).length;
  }

  /** Whether a document matches the whole query and, if that has a place, takes place there. */
  isThere(document, { nearly, distances, radius }) {
    if (nearly.has(document)) return false;
    return !distances || (distances[document] <= radius && !this.facets.values("modus").get("mobil")?.[document]);
  }

  /** The spelling of a corrected word in the texts of the hits. */
  async spelling(state, found, shown) {
    const suggestions = [];
    for (const { word, corrected } of found.result.slots) {
      if (!corrected) continue;
      const texts = shown.flatMap(({ card }) => [card.title, card.summary, ...card.facts.map((fact) => fact[2])]);
      const spelt = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).find((text) => stem(words(text).join("")) === corrected);
      if (!spelt) continue;
      const typed = found.spelt[word] ?? word;
      suggestions.push({ text: spelt, typed, state: { ...state, q: state.q.replace(typed, spelt) } });
    }
    return suggestions;
  }
}

const count = (mask) => mask.reduce((number, has) => number + has, 0);

const sum = (a, b) => {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) count += a[at] & b[at];
  return count;
};
