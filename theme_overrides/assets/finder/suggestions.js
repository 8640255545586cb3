// Suggestions of the search box: places, values of filters, and records by prefixes of their names.
// minthub/search/suggestions.py writes the files and documents their format.

import { numbers, rising } from "./codec.js";
import { words } from "./german.js";

export const MOST = 8;
// At most this many of them are places and filters if there are records as well.
const MOST_NAMES = 4;
const MIN_LETTERS = 2;
// „robotik gör“: number of places suggested for the last word.
const MOST_ENDS = 3;
// Ranking: a town before its district, formats last: „le“ suggests Leipzig before „Lernort“.
const WEIGHTS = { kreis: 0.1, format: 0.1 };
const KINDS = { ort: "Ort", kreis: "Kreis", fach: "Fach", thema: "Thema", format: "Form" };

/**
 * @typedef {Object} Suggestion
 * @property {string} label
 * @property {string} kind „Ort“, „Thema“, „Angebot, Görlitz“
 * @property {Object<string, string>} [params] what to ask of the finder
 * @property {string} [path] or the page of a record, below the top of the site
 */

const json = async (url, options) => {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

/** Opens the newest files below `top` (the URL of `suche/`). */
export async function openSuggestions(top) {
  const { folder } = await json(new URL("stand.json", top), { cache: "no-cache" });
  const base = new URL(`${folder}/`, top);
  return new Suggestions(base, await json(new URL("names.json", base)));
}

/** 0: the name begins with the text, 1: a later word of it does, Infinity: neither. */
const rank = (key, typed) => (key.startsWith(typed) ? 0 : ` ${key}`.includes(` ${typed}`) ? 1 : Infinity);
const keyOf = (text) => words(text).join(" ");

export class Suggestions {
  constructor(base, data) {
    this.base = base;
    this.kinds = data.kinds;
    this.firsts = data.firsts.split("|");
    this.files = new Map();
    const offers = numbers(data.offers);
    const towns = data.towns.split("|");
    this.places = towns.map((town, at) => {
      const label = data.twice[at] ? `${town} (${data.twice[at]})` : town;
      return this.name("ort", label, label, offers[at] ?? 0, []);
    });
    const inTown = numbers(data.in);
    const used = new Set(rising(data.used));
    this.postcodes = rising(data.codes).map((number, at) => {
      const code = String(number).padStart(5, "0");
      return { ...this.name("ort", code, `${code} ${towns[inTown[at]]}`, Number(used.has(at)), []), kind: "Postleitzahl" };
    });
    this.values = data.values.map(([facet, value, label, count, others]) =>
      this.name(facet, value, label, count, others ? others.split("|") : []),
    );
  }

  name(facet, value, label, offers, others) {
    const names = others.map((text) => ({ text, key: keyOf(text) }));
    return { label, kind: KINDS[facet], params: { [facet]: value }, key: keyOf(label), weight: offers * (WEIGHTS[facet] ?? 1), names };
  }

  /**
   * The best suggestions for the typed text, from names and from the `records` found for it.
   * @param {Suggestion[]} records
   * @returns {Suggestion[]}
   */
  find(text, records) {
    const typed = keyOf(text);
    if (typed.length < MIN_LETTERS) return [];
    const named = this.named(text);
    const names = named.length ? named.slice(0, Math.max(MOST_NAMES, MOST - records.length)) : this.ends(text);
    const begun = (list, begins) => list.filter(({ rank }) => (rank === 0) === begins);
    return [...begun(names, true), ...begun(records, true), ...begun(names, false), ...begun(records, false)].slice(0, MOST);
  }

  /** Places and values in whose name a word begins with the text; those with most offers first. */
  named(text) {
    const typed = keyOf(text);
    // Umlauts must match if typed: „gör“ does not suggest Gornau, but „gor“ may suggest Görlitz.
    const letters = /[äöüß]/i.test(text) ? text.trim().toLowerCase() : "";
    const all = /^\d/.test(typed) ? [...this.postcodes, ...this.values] : [...this.values, ...this.places];
    const found = [];
    for (const name of all) {
      const own = rank(name.key, typed);
      const other = own < Infinity ? null : name.names.find(({ key }) => key.startsWith(typed));
      if (own < Infinity && name.label.toLowerCase().includes(letters)) found.push({ ...name, rank: name.params.kreis ? 0 : own });
      else if (other) found.push({ ...name, label: `${name.label} (${other.text})`, rank: 2 });
    }
    return found.sort((a, b) => a.rank - b.rank || b.weight - a.weight);
  }

  /** „robotik gör“: the last word is completed to a place, the words before it stay the query. */
  ends(text) {
    const typed = text.trim().split(/\s+/);
    for (let from = 1; from < typed.length; from += 1) {
      const end = typed.slice(from).join(" ");
      if (keyOf(end).length < MIN_LETTERS) break;
      const q = typed.slice(0, from).join(" ").replace(/ (?:in|bei|um)$/i, "");
      const places = this.named(end).filter(({ rank, params }) => rank === 0 && (params.ort || params.kreis));
      if (places.length) {
        return places.slice(0, MOST_ENDS).map((place) => ({ ...place, label: `${q} · ${place.label}`, params: { q, ...place.params } }));
      }
    }
    return [];
  }

  /** Records with all words in their names: those that begin like the text, then those with its longest word. */
  async records(text) {
    const parts = words(text);
    const typed = parts.join(" ");
    if (typed.length < MIN_LETTERS) return [];
    const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
    const rows = await this.rows(typed);
    if (longest !== typed && rows.length < MOST) rows.push(...(await this.rows(longest)));
    const found = new Map();
    for (const row of rows) {
      const [id, title, detail, name] = row.split("\t");
      const key = keyOf(`${title} ${name ?? ""}`);
      if (found.has(id) || !parts.every((part) => rank(key, part) < Infinity)) continue;
      const [folder, kind] = this.kinds[id[0]];
      found.set(id, {
        label: name ? `${title} (${name})` : title,
        kind: detail ? `${kind}, ${detail}` : kind,
        path: `${folder}/${id.slice(1)}/`,
        rank: rank(key, typed),
      });
    }
    return [...found.values()];
  }

  /** The rows of the last key that does not sort after `typed`; by the construction of the files no other key can match. */
  async rows(typed) {
    const last = this.firsts.findLastIndex((first) => first <= typed);
    if (last < 0 || typed.length < MIN_LETTERS) return [];
    // Without connection: names alone.
    const file = await this.file(last).catch(() => []);
    const [key, rows] = file.findLast(([key]) => key <= typed) ?? [""];
    return key && typed.startsWith(key) ? rows.split("\n") : [];
  }

  /** A file of records. Cached, so that it is requested once while letters are typed; a failed request is repeated next time. */
  file(number) {
    if (!this.files.has(number)) {
      const asked = json(new URL(`n${number}.json`, this.base));
      asked.catch(() => this.files.delete(number));
      this.files.set(number, asked);
    }
    return this.files.get(number);
  }
}
